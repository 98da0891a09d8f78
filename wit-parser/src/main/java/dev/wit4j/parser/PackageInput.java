package dev.wit4j.parser;

import java.util.List;

/** What packages are read from. */
public sealed interface PackageInput {
    /** What messages call it, usually a path. */
    String name();

    /**
     * Texts that make one package, and those in braces in them.
     *
     * @param name what messages call them together
     * @param files the texts
     */
    record Text(String name, List<File> files) implements PackageInput {
        public Text {
            files = List.copyOf(files);
        }

        /** One text alone. */
        public static Text of(String path, String text) {
            return new Text(path, List.of(new File(path, text)));
        }
    }

    /**
     * A package encoded as a WebAssembly component.
     *
     * @param name what messages call it
     * @param bytes the binary or the text format; not copied, not to be changed
     */
    record Encoded(String name, byte[] bytes) implements PackageInput {}

    /**
     * One text.
     *
     * @param path what messages call it
     * @param text its characters
     */
    record File(String path, String text) {}
}

package dev.wit4j.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The packages of WASI 0.2 among the test data: where the property {@code wit4j.corpus} says, else beside the checkout. */
public final class Corpus {
    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([^;]+);");

    private Corpus() {}

    /**
     * The directory of one of the packages, with those that it needs in {@code deps}.
     *
     * @param name such as {@code http}
     * @throws IllegalStateException if there are none; the message says what to do
     */
    public static Path wasi(String name) {
        return root().resolve(name).resolve("wit");
    }

    /** The names of all of them, sorted. */
    public static List<String> names() {
        return children(root()).stream()
                .map(path -> path.getFileName().toString())
                .toList();
    }

    /** A package and those that it needs as one text, the needed ones in braces: input for those who read no directories. */
    public static String inOneText(Path directory) {
        return "package " + name(directory) + ";\n" + items(directory)
                + children(directory.resolve("deps")).stream()
                        .map(needed -> "\npackage " + name(needed) + " {\n" + items(needed) + "\n}\n")
                        .collect(Collectors.joining());
    }

    private static Path root() {
        Path root = Path.of(System.getProperty("wit4j.corpus", "../shared/corpus"), "wasi");
        if (!Files.isDirectory(root)) {
            throw new IllegalStateException("skipped: there are no WASI packages in " + root.toAbsolutePath()
                    + "; say -Dwit4j.corpus=DIR, where DIR has the folder wasi");
        }
        return root;
    }

    private static String name(Path directory) {
        return texts(directory)
                .map(PACKAGE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no file in " + directory + " names its package"));
    }

    private static String items(Path directory) {
        return texts(directory)
                .map(text -> PACKAGE.matcher(text).replaceAll(""))
                .collect(Collectors.joining("\n"));
    }

    private static Stream<String> texts(Path directory) {
        return children(directory).stream()
                .filter(file -> file.toString().endsWith(".wit"))
                .map(Corpus::read);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> children(Path directory) {
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

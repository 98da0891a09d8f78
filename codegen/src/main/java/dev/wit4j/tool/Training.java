package dev.wit4j.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs what the tool is mostly called for on a package of its own, and shows nothing: the start script has the JVM archive the
 * classes that are loaded for it.
 */
final class Training {
    private static final String PACKAGE = "training.wit";
    private static final String WRONG = "package a:b;\ninterface i {\n  f: func(a: strng);\n}\n";

    private Training() {}

    public static void main(String[] args) throws IOException {
        Path directory = Files.createTempDirectory("wit4j");
        Path right = directory.resolve(PACKAGE);
        Path wrong = directory.resolve("wrong.wit");
        try {
            Files.write(right, read());
            Files.writeString(wrong, WRONG);
            for (Path path : new Path[] {directory, right}) {
                run("check", path);
                run("json", path);
                run("print", path);
            }
            run("print", right, "--world", "program", "--importize");
            run("encode", right);
            run("format", right, "--check");
            run("check", right, "--help");
        } finally {
            Files.deleteIfExists(right);
            Files.deleteIfExists(wrong);
            Files.deleteIfExists(directory);
        }
    }

    private static byte[] read() throws IOException {
        try (InputStream resource = Training.class.getResourceAsStream(PACKAGE)) {
            if (resource == null) {
                throw new IOException(PACKAGE + " is not in the jar");
            }
            return resource.readAllBytes();
        }
    }

    private static void run(String command, Path path, String... options) {
        String[] words = new String[options.length + 2];
        words[0] = command;
        words[1] = path.toString();
        System.arraycopy(options, 0, words, 2, options.length);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Wit4j.run(new Console(InputStream.nullInputStream(), nowhere, nowhere, Terminal.isStandardError()), words);
    }
}

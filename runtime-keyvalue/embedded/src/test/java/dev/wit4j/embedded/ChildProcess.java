package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A process of a test that may be killed. */
final class ChildProcess {
    private static final int KILLED = 128 + 9;

    private ChildProcess() {}

    /** Starts a class with arguments; the libraries that it unpacks go into {@code temporary}. */
    static Process start(Class<?> main, Path temporary, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Djava.io.tmpdir=" + temporary.toAbsolutePath(),
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command).start();
    }

    /** Runs a class with arguments, and gives the lines that it wrote before it ended or was killed. */
    static List<String> run(Class<?> main, Path temporary, Object... arguments)
            throws IOException, InterruptedException {
        Path unpacked = Files.createTempDirectory(temporary, "unpacked");
        Process process = start(main, unpacked, arguments);
        List<String> lines = new ArrayList<>();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
            }
        }
        int status = process.waitFor();
        String error = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(status).as("how the process ended: %s", error).isIn(0, KILLED);
        TestFolders.delete(unpacked);
        return lines;
    }

    /** The numbers in lines that are {@code word} and a number. */
    static List<Integer> numbers(String word, List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(word + " "))
                .map(line -> Integer.valueOf(line.substring(word.length() + 1)))
                .toList();
    }
}

package dev.wit4j.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command lines that the reference's tool is tested with, as far as this tool has the same verbs: the same verdict, and
 * the same output. Those that make or take apart components with code are none of them.
 */
class ReferenceCommandsTest {
    private static final Path CASES = Path.of(System.getProperty("wit4j.corpus"), "cli");
    private static final Pattern RUN_LINE = Pattern.compile("// (RUN|FAIL)(?:\\[([^]]*)])?: (.*)");
    private static final AtomicInteger RUN = new AtomicInteger();
    private static final AtomicInteger SKIPPED = new AtomicInteger();

    @TempDir
    private static Path temporary;

    @TestFactory
    Stream<DynamicTest> sameVerdictAndOutputAsTheReference() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path file : files()) {
            for (Line line : lines(file)) {
                List<Optional<List<String>>> stages = Arrays.stream(
                                line.command().split("\\|"))
                        .map(stage -> translate(stage.strip(), file))
                        .toList();
                if (stages.stream().allMatch(Optional::isPresent)) {
                    List<List<String>> commands =
                            stages.stream().map(Optional::orElseThrow).toList();
                    tests.add(DynamicTest.dynamicTest(
                            file.getFileName() + " " + line.name(), () -> check(file, line, commands)));
                } else {
                    SKIPPED.incrementAndGet();
                }
            }
        }
        assertThat(tests).isNotEmpty();
        return tests.stream();
    }

    @AfterAll
    static void count() {
        System.out.println("corpus: " + RUN.get() + " run, " + SKIPPED.get()
                + " skipped (command lines; skipped are those about components with code)");
    }

    private record Line(boolean succeeds, String name, String command) {}

    private static List<Line> lines(Path file) throws IOException {
        List<Line> lines = new ArrayList<>();
        String text = Files.readString(file).replaceAll("\\\\\\r?\\n// *", "");
        for (Matcher found = RUN_LINE.matcher(text); found.find(); ) {
            String name = found.group(2) == null ? "" : "." + found.group(2);
            lines.add(new Line(found.group(1).equals("RUN"), name, found.group(3)));
        }
        return lines;
    }

    /** The arguments for our tool; empty if it has no such verb. */
    private static Optional<List<String>> translate(String stage, Path file) {
        List<String> words = new ArrayList<>(Arrays.asList(stage.split(" +")));
        words.replaceAll(word ->
                word.replace("%tmpdir", temporary.resolve(file.getFileName()).toString()));
        words.replaceAll(word -> word.equals("%") ? file.toString() : word);
        if (stage.startsWith("component semver-check")) {
            words.subList(0, 2).clear();
            words.add(0, "semver-check");
            return Optional.of(words);
        }
        if (stage.startsWith("validate")) {
            return Optional.of(List.of("check", "-"));
        }
        if (!stage.startsWith("component wit")) {
            return Optional.empty();
        }
        words.subList(0, 2).clear();
        boolean encode = words.removeAll(List.of("-t", "--wat", "-w", "--wasm"));
        boolean json = words.removeAll(List.of("-j", "--json"));
        boolean pathGiven = words.stream().anyMatch(word -> word.contains("/"));
        if (!pathGiven) {
            words.add("-");
        }
        words.add(0, encode ? "encode" : json ? "json" : "print");
        return Optional.of(words);
    }

    private static void check(Path file, Line line, List<List<String>> commands) throws IOException {
        byte[] piped = new byte[0];
        int code = 0;
        String errors = "";
        for (List<String> command : commands) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            Console console = new Console(
                    new ByteArrayInputStream(piped),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    false);
            code = Wit4j.run(console, command.toArray(String[]::new));
            piped = out.toByteArray();
            errors = err.toString(StandardCharsets.UTF_8);
            if (code != 0) {
                break;
            }
        }
        RUN.incrementAndGet();
        if (!line.succeeds()) {
            assertThat(code).isEqualTo(1);
            assertThat(errors).startsWith("error");
            return;
        }
        assertThat(code).as(errors).isZero();
        Path golden = Path.of(file + line.name() + ".stdout");
        if (Files.exists(golden)) {
            String output = new String(piped, StandardCharsets.UTF_8)
                    .replace(temporary.resolve(file.getFileName()).toString(), "%tmpdir")
                    .replace('\\', '/');
            assertThat(output.strip()).isEqualTo(Files.readString(golden).strip());
        }
    }

    private static List<Path> files() {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(file -> file.toString().endsWith(".wit"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.wit4j.benchmarks.parser;

import dev.wit4j.benchmarks.Corpus;
import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import dev.wit4j.parser.print.WitPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The parser and the command line tool beside the reference implementation, which Node runs as WebAssembly, over the same text:
 * {@code wasi:http} with all that it needs. Arguments: {@code wit4j.jar}, the folder in which the script of the reference is
 * installed, and the number of rounds.
 */
public final class ReferenceComparison {
    /** Calls in a process; the second half of them counts, when the compilers of both sides have had their time. */
    private static final int TIMES = 1600;

    private final Path tool;
    private final Path reference;
    private final int rounds;
    private final Path file;
    private final String text;

    private ReferenceComparison(Path tool, Path reference, int rounds) throws IOException {
        this.tool = tool;
        this.reference = reference;
        this.rounds = rounds;
        text = Corpus.inOneText(Corpus.wasi("http"));
        file = Files.writeString(Files.createTempFile("http", ".wit"), text);
    }

    public static void main(String[] arguments) throws Exception {
        try {
            var comparison = new ReferenceComparison(
                    Path.of(arguments[0]), Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            comparison.warm("metadata");
            comparison.warm("print");
            comparison.cold();
            Files.delete(comparison.file);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    /** Medians of many calls in one process each, in turn. */
    private void warm(String what) throws IOException, InterruptedException {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            theirs.add(median(Arrays.stream(output(node(what, TIMES)).split(" "))
                    .map(Double::valueOf)
                    .toList()));
            ours.add(median(times(what)));
        }
        System.out.printf(
                Locale.ROOT,
                "warm, %s: wit4j %.2f ms, reference %.2f ms, ratio of the times %.2f%n",
                what,
                median(ours),
                median(theirs),
                median(ours) / median(theirs));
    }

    private List<Double> times(String what) {
        List<Double> times = IntStream.range(0, TIMES)
                .mapToObj(i -> {
                    long begin = System.nanoTime();
                    run(what);
                    return (System.nanoTime() - begin) / 1e6;
                })
                .toList();
        return times.subList(TIMES / 2, TIMES);
    }

    private void run(String what) {
        ParseResult result =
                new WitParser(ParseOptions.DEFAULT).parse(PackageInput.Text.of("http.wit", text), List.of());
        if (result.hasErrors() || what.equals("print") && print(result).isEmpty()) {
            throw new IllegalStateException("wasi:http was refused: " + result.diagnostics());
        }
    }

    private static String print(ParseResult result) {
        return new WitPrinter()
                .printAll(result.resolve().orElseThrow(), result.mainPackage().orElseThrow());
    }

    /** Whole processes in turn, and how often the empty JVM each takes. */
    private void cold() throws IOException, InterruptedException {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        commands.put("empty JVM", java("-cp", System.getProperty("java.class.path"), Empty.class.getName()));
        commands.put("wit4j check", java("-jar", tool.toString(), "check", file.toString()));
        commands.put("wit4j json", java("-jar", tool.toString(), "json", file.toString()));
        commands.put("wit4j print", java("-jar", tool.toString(), "print", file.toString()));
        String script = tool.resolveSibling("bin").resolve("wit4j").toString();
        commands.put("script check", List.of(script, "check", file.toString()));
        commands.put("script print", List.of(script, "print", file.toString()));
        commands.put("empty Node", List.of("node", "-e", ""));
        commands.put("reference metadata", node("metadata", 1));
        commands.put("reference print", node("print", 1));
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round <= 3 * rounds; round++) {
            for (var command : commands.entrySet()) {
                long begin = System.nanoTime();
                output(command.getValue());
                if (round > 0) {
                    times.computeIfAbsent(command.getKey(), name -> new ArrayList<>())
                            .add((System.nanoTime() - begin) / 1e6);
                }
            }
        }
        double empty = median(times.getOrDefault("empty JVM", List.of()));
        double bestEmpty = Collections.min(times.getOrDefault("empty JVM", List.of(empty)));
        times.forEach((name, all) -> System.out.printf(
                Locale.ROOT,
                "cold, %-18s %,6.0f ms, %.1f empty JVMs; best %,6.0f ms, %.1f%n",
                name,
                median(all),
                median(all) / empty,
                Collections.min(all),
                Collections.min(all) / bestEmpty));
    }

    private List<String> node(String what, int times) {
        return List.of(
                "node",
                reference.resolve("parse.mjs").toString(),
                file.toString(),
                "proxy",
                what,
                Integer.toString(times));
    }

    private static List<String> java(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.concat(Stream.of(java), Arrays.stream(arguments)).toList();
    }

    private static String output(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + output);
        }
        return output.strip();
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}

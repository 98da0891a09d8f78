package dev.wit4j.benchmarks.parser;

import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A package of ever more interfaces, each using types of its neighbour, and a world that imports all of them. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
@Fork(1)
public class GrowthBenchmark {
    /** How many interfaces there are. */
    @Param({"10", "100", "1000", "10000"})
    public int interfaces;

    private final WitParser parser = new WitParser(ParseOptions.DEFAULT);
    private PackageInput text = PackageInput.Text.of("none.wit", "");

    /** Makes the text. */
    @Setup
    public void generate() {
        text = PackageInput.Text.of(
                "growing.wit",
                "package growing:package;\n"
                        + IntStream.range(0, interfaces)
                                .mapToObj(GrowthBenchmark::contract)
                                .collect(Collectors.joining("\n"))
                        + IntStream.range(0, interfaces)
                                .mapToObj(i -> "  import i" + i + ";\n")
                                .collect(Collectors.joining("", "world all {\n", "}\n")));
    }

    private static String contract(int number) {
        String use = number % 10 == 0 ? "type key = string;" : "use i" + (number - 1) + ".{key};";
        return """
                /// The interface of this number.
                interface i%d {
                  %s
                  record entry { key: key, value: list<u8>, tags: list<tuple<string, u32>> }
                  variant failure { absent, refused(string), other(entry) }
                  resource handle { constructor(name: string); get: func(key: key) -> result<entry, failure>; }
                  open: func(name: string) -> option<handle>;
                }
                """.formatted(number, use);
    }

    @Benchmark
    public ParseResult parse() {
        return parser.parse(text, List.of());
    }
}

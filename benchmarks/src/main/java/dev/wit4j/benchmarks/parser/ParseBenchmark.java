package dev.wit4j.benchmarks.parser;

import dev.wit4j.benchmarks.Corpus;
import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** {@code wasi:http} with everything it needs, parsed and resolved in a process that has done so before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class ParseBenchmark {
    private final WitParser parser = new WitParser(ParseOptions.DEFAULT);
    private final Path directory = Corpus.wasi("http");
    private final PackageInput text = PackageInput.Text.of("http.wit", Corpus.inOneText(directory));

    /** Files are listed and read each time. */
    @Benchmark
    public ParseResult fromFiles() {
        return parser.parse(directory);
    }

    /** All packages in one text in memory. */
    @Benchmark
    public ParseResult fromMemory() {
        return parser.parse(text, List.of());
    }
}

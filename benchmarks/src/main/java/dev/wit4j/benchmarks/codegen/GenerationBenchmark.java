package dev.wit4j.benchmarks.codegen;

import dev.wit4j.benchmarks.Corpus;
import dev.wit4j.codegen.GeneratedSources;
import dev.wit4j.codegen.GeneratorOptions;
import dev.wit4j.codegen.JavaGenerator;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Java for every world of WASI, one after another, and the compiler over the same output. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 6, time = 4)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class GenerationBenchmark {
    private record World(Resolve resolve, WorldId id) {
        GeneratedSources generate() {
            return JavaGenerator.generate(resolve, id, GeneratorOptions.DEFAULT);
        }
    }

    private final List<World> worlds =
            Corpus.names().stream().flatMap(GenerationBenchmark::worlds).toList();
    private final List<GeneratedSources> generated =
            worlds.stream().map(World::generate).toList();
    private final Compilation compilation = new Compilation();

    /** From the resolved model to the text of the sources. */
    @Benchmark
    public int generate() {
        return worlds.stream()
                .mapToInt(world -> world.generate().sources().size())
                .sum();
    }

    /** From the files of WIT to the text of the sources. */
    @Benchmark
    public int parseAndGenerate() {
        return Corpus.names().stream()
                .flatMap(GenerationBenchmark::worlds)
                .mapToInt(world -> world.generate().sources().size())
                .sum();
    }

    /** From the text of the sources to classes. */
    @Benchmark
    public int compile() {
        return generated.stream()
                .mapToInt(world -> compilation.compile(world.sources()))
                .sum();
    }

    private static Stream<World> worlds(String name) {
        ParseResult parsed = new WitParser(ParseOptions.DEFAULT.withAllFeatures(true)).parse(Corpus.wasi(name));
        Resolve resolve = parsed.resolve()
                .orElseThrow(() -> new IllegalStateException(name + " was refused: " + parsed.diagnostics()));
        return resolve.pkg(parsed.mainPackage().orElseThrow()).worlds().values().stream()
                .map(id -> new World(resolve, id));
    }
}

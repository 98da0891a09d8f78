package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.component.ValueCodec;
import dev.wit4j.parser.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Whatever the test suites of other generators throw at them, and every world of WASI, becomes Java that compiles and works. */
class CorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("wit4j.corpus"));
    private static final int VALUES = 5;

    private static int run;
    private static int skipped;

    @AfterAll
    static void count() {
        System.out.println("corpus: " + run + " run, " + skipped + " skipped (generated Java)");
    }

    @TestFactory
    Stream<DynamicTest> casesOfCodegen() throws IOException {
        return children("codegen").stream()
                .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> {
                    Path input = Files.isDirectory(path.resolve("wit")) ? path.resolve("wit") : path;
                    Wit wit = Wit.of(input);
                    check(wit, onlyWorld(wit));
                }));
    }

    @TestFactory
    Stream<DynamicTest> worldsOfWasi() throws IOException {
        return children("wasi").stream().flatMap(path -> {
            Wit wit = Wit.of(path.resolve("wit"));
            return wit.main().worlds().keySet().stream()
                    .map(world -> DynamicTest.dynamicTest(path.getFileName() + "/" + world, () -> check(wit, world)));
        });
    }

    private static void check(Wit wit, String world) throws ReflectiveOperationException {
        run++;
        GeneratedSources generated = wit.generate(world);

        assertThat(generated.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        Map<String, byte[]> classes = JavaCompiling.compile(generated.sources());
        assertThat(wit.generate(world)).isEqualTo(generated);
        for (ValueCodec<?> codec : GeneratedCodecs.in(classes)) {
            for (int seed = 0; seed < VALUES; seed++) {
                GeneratedCodecs.assertRandomValueComesBack(codec, seed);
            }
        }
    }

    /** The world that the suite means: the only one, else that of the name {@code imports}. */
    private static String onlyWorld(Wit wit) {
        List<String> worlds = List.copyOf(wit.main().worlds().keySet());
        return worlds.size() == 1 ? worlds.get(0) : "imports";
    }

    private static List<Path> children(String suite) throws IOException {
        Path directory = CORPUS.resolve(suite);
        if (!Files.isDirectory(directory)) {
            skipped++;
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.sorted().toList();
        }
    }
}

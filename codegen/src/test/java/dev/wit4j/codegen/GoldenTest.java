package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.codegen.name.Naming;
import dev.wit4j.parser.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What is generated for {@code src/test/wit/everything} lies among the test sources, where it is compiled with all warnings and
 * used by other tests. {@code -Dbless} writes it anew.
 */
class GoldenTest {
    private static final Path GOLDEN = Path.of("src/test/java");
    private static final String BASE = "golden";

    @Test
    void goldensAreWhatIsGeneratedNoMoreAndNoLess() throws IOException {
        Wit wit = Wit.of(Path.of("src/test/wit/everything"));
        GeneratorOptions options = GeneratorOptions.DEFAULT.withNaming(new Naming(BASE, Map.of(), Map.of()));
        GeneratedSources generated = JavaGenerator.generate(wit.resolve(), wit.world("everything"), options);

        assertThat(generated.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        var expected = new TreeMap<String, String>();
        generated.sources().forEach(source -> expected.put(source.path(), source.contents()));
        if (System.getProperty("bless") != null) {
            bless(expected);
        }
        Map<String, String> goldens = goldens();
        assertThat(goldens.keySet()).as("goldens; -Dbless writes them anew").isEqualTo(expected.keySet());
        expected.forEach((path, contents) -> assertThat(goldens.get(path))
                .as("%s; -Dbless writes it anew", path)
                .isEqualTo(contents));
    }

    private static Map<String, String> goldens() throws IOException {
        var goldens = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(GOLDEN.resolve(BASE))) {
            files.filter(Files::isRegularFile)
                    .forEach(file ->
                            goldens.put(GOLDEN.relativize(file).toString().replace('\\', '/'), contents(file)));
        }
        return goldens;
    }

    private static void bless(Map<String, String> expected) throws IOException {
        for (String path : goldens().keySet()) {
            if (!expected.containsKey(path)) {
                Files.delete(GOLDEN.resolve(path));
            }
        }
        for (Map.Entry<String, String> golden : expected.entrySet()) {
            Path file = GOLDEN.resolve(golden.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, golden.getValue());
        }
    }

    private static String contents(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

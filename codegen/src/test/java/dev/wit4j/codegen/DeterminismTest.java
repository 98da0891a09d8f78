package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.WitParser;
import dev.wit4j.parser.model.Resolve;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The same contracts give the same bytes, whatever the order in which a file system lists them. */
class DeterminismTest {
    private static final Path EVERYTHING = Path.of("src/test/wit/everything");

    @Test
    void theOrderOfFilesDoesNotMatter() throws IOException {
        List<PackageInput.File> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(EVERYTHING)) {
            for (Path path : paths.sorted().toList()) {
                files.add(new PackageInput.File(path.toString(), Files.readString(path)));
            }
        }
        List<JavaSource> expected = generate(files);
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(files, new Random(seed));
            assertThat(generate(files)).isEqualTo(expected);
        }
    }

    private static List<JavaSource> generate(List<PackageInput.File> files) {
        var result = new WitParser(ParseOptions.DEFAULT)
                .parse(new PackageInput.Text("everything", List.copyOf(files)), List.of());
        Resolve resolve = result.resolve().orElseThrow();
        var main = resolve.pkg(result.mainPackage().orElseThrow());
        return JavaGenerator.generate(resolve, main.worlds().get("everything"), GeneratorOptions.DEFAULT)
                .sources();
    }

    @Test
    void worldsOfAPackageAgreeOnWhatTheyShare() {
        Wit wit = Wit.of(
                "package a:b@1.0.0;\ninterface t { @deprecated(version = 1.0.0) @since(version = 1.0.0) record r { x: u8 } }\n"
                        + "interface i { use t.{r}; f: func(it: r) -> result<_, r>; }\n"
                        + "interface j { use t.{r}; g: func() -> result<r, list<string>>; }\n"
                        + "world one { import i; }\nworld two { import j; export i; }\nworld three { include one; include two; }");

        Map<String, JavaSource> shared = new HashMap<>();
        for (String world : List.of("one", "two", "three")) {
            GeneratedSources generated = wit.generate(world);
            JavaCompiling.compile(generated.sources());
            for (JavaSource source : generated.sources()) {
                JavaSource other = shared.putIfAbsent(source.path(), source);
                assertThat(other == null ? source : other).isEqualTo(source);
            }
        }
    }

    @Test
    void packagesWithoutAWorldGiveTheSameClassesAsAWorld() {
        Wit wit = Wit.of(EVERYTHING);
        List<JavaSource> ofWorld = wit.generate("everything").sources();

        GeneratedSources ofPackage = JavaGenerator.generate(
                wit.resolve(),
                List.of(new dev.wit4j.parser.model.PackageId(
                        wit.resolve().packages().indexOf(wit.main()))),
                GeneratorOptions.DEFAULT);

        JavaCompiling.compile(ofPackage.sources());
        assertThat(ofWorld).containsAll(ofPackage.sources());
    }
}

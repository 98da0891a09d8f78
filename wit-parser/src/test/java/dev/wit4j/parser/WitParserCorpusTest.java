package dev.wit4j.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.json.ResolveJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The suite of the reference implementation: what has to resolve, to which model; what has to be refused, where and why. */
class WitParserCorpusTest {
    private static final Path ROOT = Path.of(System.getProperty("wit4j.corpus")).resolve("wit-parser");
    private static final Path CASES = ROOT.resolve("tests/ui");
    private static final AtomicInteger RUN = new AtomicInteger();
    private static final AtomicInteger SKIPPED = new AtomicInteger();

    private final WitParser parser =
            new WitParser(ParseOptions.DEFAULT.withFeatures(Set.of("active")).withStrict(true));

    @AfterAll
    static void sayHowMuchWasRun() {
        System.out.println("corpus: " + RUN + " run, " + SKIPPED + " skipped");
    }

    @TestFactory
    Stream<DynamicTest> whatResolvesGivesTheModelOfTheReference() throws IOException {
        return cases(CASES, this::resolves);
    }

    @TestFactory
    Stream<DynamicTest> whatIsWrongIsRefusedAtThePlaceOfTheReference() throws IOException {
        return cases(CASES.resolve("parse-fail"), this::isRefused);
    }

    private void resolves(Path input) throws IOException {
        ParseResult result = parser.parse(input);
        assertThat(result.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        String golden =
                Files.readString(golden(input, "json")).replace("\r\n", "\n").trim();
        assertThat(ResolveJson.write(result.resolve().orElseThrow())).isEqualTo(golden);
    }

    private void isRefused(Path input) throws IOException {
        ParseResult result = parser.parse(input);
        String golden = Files.readString(golden(input, "result")).replace('\\', '/');
        assertThat(result.resolve()).as("accepted, but: " + golden).isEmpty();
        Diagnostic primary = result.diagnostics().get(0);
        result.sources()
                .locate(primary.span())
                .ifPresentOrElse(
                        place -> assertThat(golden)
                                .as(primary.message())
                                .contains(place.toString().replace(ROOT + "/", "")),
                        () -> assertThat(golden).doesNotContain("-->"));
        assertThat(DiagnosticKinds.of(golden)).as(golden).isEqualTo(primary.code());
    }

    private static Path golden(Path input, String kind) {
        String name = input.getFileName().toString().replaceFirst("\\.(wit|wat|wasm)$", "");
        return input.resolveSibling(name + ".wit." + kind);
    }

    private static Stream<DynamicTest> cases(Path folder, Check check) throws IOException {
        if (!Files.isDirectory(folder)) {
            SKIPPED.incrementAndGet();
            return Stream.of(DynamicTest.dynamicTest("corpus", () -> abort("no corpus at " + folder)));
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<Path> inputs =
                    entries.filter(WitParserCorpusTest::isCase).sorted().toList();
            return inputs.stream()
                    .map(input -> DynamicTest.dynamicTest(input.getFileName().toString(), () -> {
                        RUN.incrementAndGet();
                        check.run(input);
                    }));
        }
    }

    private static boolean isCase(Path path) {
        String name = path.getFileName().toString();
        return Files.isDirectory(path)
                ? !name.equals("parse-fail")
                : Stream.of(".wit", ".wat", ".wasm").anyMatch(name::endsWith);
    }

    private interface Check {
        void run(Path input) throws IOException;
    }
}

package dev.wit4j.parser.print;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.parser.Models;
import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the reference prints, and that printed text says the same as the text it was printed from. */
class PrintCorpusTest {
    private static final Path CORPUS = Path.of(System.getProperty("wit4j.corpus"));
    private static final WitParser PARSER = new WitParser(ParseOptions.DEFAULT.withFeatures(Set.of("active")));

    private static final AtomicInteger RUN = new AtomicInteger();

    @TestFactory
    Stream<DynamicTest> mainPackagePrintsAsTheGoldenSays() {
        return inputs(CORPUS.resolve("wit-print"))
                .map(input -> DynamicTest.dynamicTest(name(input), () -> {
                    ParseResult result = PARSER.parse(input);
                    assertThat(result.diagnostics()).isEmpty();
                    String printed = new WitPrinter()
                            .print(
                                    result.resolve().orElseThrow(),
                                    result.mainPackage().orElseThrow());
                    assertThat(printed.strip())
                            .isEqualTo(Files.readString(golden(input)).strip());
                    RUN.incrementAndGet();
                }));
    }

    @TestFactory
    Stream<DynamicTest> printedTextParsesToTheSameModel() {
        return Stream.of("wit-print", "wit-parser/tests/ui", "codegen")
                .flatMap(suite -> inputs(CORPUS.resolve(suite)))
                .map(input -> DynamicTest.dynamicTest(name(input), () -> {
                    ParseResult result = PARSER.parse(input);
                    assertThat(result.resolve()).isPresent();
                    ParseResult again = reparsed(result);
                    assertThat(eachPackage(again)).isEqualTo(eachPackage(result));
                    // Printing sorts what is in an interface and among packages, so ids settle with the second text.
                    ParseResult settled = reparsed(again);
                    assertThat(model(reparsed(settled))).isEqualTo(model(settled));
                    RUN.incrementAndGet();
                }));
    }

    @AfterAll
    static void count() {
        System.out.println("corpus: " + RUN.get() + " run, 0 skipped (printing)");
    }

    private static ParseResult reparsed(ParseResult result) {
        String printed = new WitPrinter()
                .printAll(result.resolve().orElseThrow(), result.mainPackage().orElseThrow());
        ParseResult again = PARSER.parse(PackageInput.Text.of("printed.wit", printed), List.of());
        assertThat(again.diagnostics()).isEmpty();
        return again;
    }

    private static Map<String, String> eachPackage(ParseResult result) {
        Resolve resolve = result.resolve().orElseThrow();
        Map<String, String> texts = new TreeMap<>();
        for (int i = 0; i < resolve.packages().size(); i++) {
            PackageId id = new PackageId(i);
            texts.put(resolve.pkg(id).name().toString(), new WitPrinter().print(resolve, id));
        }
        return texts;
    }

    private static Resolve model(ParseResult result) {
        return Models.withoutSpans(result.resolve().orElseThrow());
    }

    private static String name(Path input) {
        return CORPUS.relativize(input).toString();
    }

    private static Stream<Path> inputs(Path suite) {
        try (Stream<Path> entries = Files.list(suite)) {
            List<Path> inputs = entries.filter(entry -> entry.toString().endsWith(".wit") || Files.isDirectory(entry))
                    .filter(entry -> !entry.endsWith("parse-fail"))
                    .map(entry -> Files.isDirectory(entry.resolve("wit")) ? entry.resolve("wit") : entry)
                    .sorted()
                    .toList();
            assertThat(inputs).isNotEmpty();
            return inputs.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path golden(Path input) throws IOException {
        if (!Files.isDirectory(input)) {
            return Path.of(input + ".print");
        }
        try (Stream<Path> files = Files.list(input)) {
            return files.filter(file -> file.toString().endsWith(".wit.print"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}

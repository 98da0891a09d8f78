package dev.wit4j.parser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.wit4j.parser.check.ValidityCheck;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.DiagnosticRenderer;
import dev.wit4j.parser.diagnostic.DiagnosticRenderer.Style;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.json.ResolveJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Texts with random changes: whatever comes of them, it is a model or a diagnostic that can be shown. */
class MutatedInputTest {
    private static final Path CORPUS = Path.of(System.getProperty("wit4j.corpus"));
    private static final int CHANGES_PER_FILE = 40;
    private static final List<String> FRAGMENTS = List.of(
            "interface",
            "world",
            "package a:b {",
            "use",
            "include",
            "with",
            "{",
            "}",
            "<",
            ">",
            "(",
            ")",
            ";",
            ":",
            ",",
            ".",
            "@",
            "/",
            "->",
            "list<u8, 3>",
            "result<_, u8>",
            "stream<u8>",
            "borrow<a>",
            "own<a>",
            "%a",
            "a-b",
            "A-b",
            "_",
            "@since(version = 1.0.0)",
            "@unstable(feature = active)",
            "@deprecated(version = 1.0.0)",
            "@external-id(\"x\\n\")",
            "async func()",
            "static",
            "constructor()",
            "resource a;",
            "// comment\n",
            "/* open",
            "*/",
            "\"",
            "é",
            "\uD83D\uDE00",
            "\r",
            "\u202e",
            "a:b/c@1.2.3-rc.1+b",
            "4294967296",
            "import a: b;");

    private final WitParser parser = new WitParser(ParseOptions.DEFAULT.withAllFeatures(true));

    @Test
    void changedFilesOfTheCorpusNeverMakeTheParserThrow() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "no corpus at " + CORPUS);
        Random random = new Random(20261122);
        int accepted = 0;
        int run = 0;
        for (Path file : files()) {
            String text = Files.readString(file);
            for (int i = 0; i < CHANGES_PER_FILE; i++) {
                run++;
                accepted += survives(mutated(text, random)) ? 1 : 0;
            }
        }
        // Both ways have to be taken, or the changes are too wild or too tame to find anything.
        assertThat(accepted).isBetween(run / 50, run / 2);
    }

    @Test
    void changedTextsNeverMakeTheParserThrow() {
        Random random = new Random(7);
        String text = """
                package a:b@1.0.0;
                use c:d/e as f;
                interface i {
                  use j.{t as u};
                  resource r { constructor(a: u8) -> result<r>; m: async func() -> option<borrow<r>>; s: static func(); }
                  variant v { a, b(list<u>) }
                  f: func(x: map<string, v>) -> tuple<u8, r>;
                }
                interface j { type t = list<u8, 4>; flags g { a, b } enum e { c } record h { k: t } }
                world w { import i; export l: j; include x with { n as o } import p: interface { f: func(); } }
                world x { import n: func(); type t = u8; resource q { m: func(); } }
                package c:d { interface e { } }
                """;
        for (int i = 0; i < 4_000; i++) {
            survives(mutated(text, random));
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(CORPUS.resolve("wit-parser/tests/ui"))) {
            return found.filter(path -> path.toString().endsWith(".wit"))
                    .filter(path -> path.toFile().length() < 4_000)
                    .sorted()
                    .toList();
        }
    }

    private static String mutated(String text, Random random) {
        StringBuilder changed = new StringBuilder(text);
        int changes = 1 + random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            int from = random.nextInt(changed.length() + 1);
            int to = Math.min(changed.length(), from + random.nextInt(12));
            switch (random.nextInt(5)) {
                case 0 -> changed.delete(from, to);
                case 1 -> changed.insert(from, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
                case 2 -> changed.replace(from, to, FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
                case 3 -> changed.insert(random.nextInt(changed.length() + 1), changed.substring(from, to));
                default -> changed.setLength(random.nextInt(4) == 0 ? from : changed.length());
            }
        }
        return changed.toString();
    }

    /** Whether the text is accepted; what is wrong otherwise can be shown, and a model can be written and checked. */
    private boolean survives(String text) {
        ParseResult result = parser.parse(PackageInput.Text.of("mutated.wit", text), List.of());
        DiagnosticRenderer renderer = new DiagnosticRenderer(result.sources(), Style.PLAIN);
        List<String> shown = new ArrayList<>();
        result.diagnostics().forEach(diagnostic -> shown.add(renderer.render(diagnostic)));
        assertThat(shown).as(text).doesNotHaveDuplicates();
        if (result.hasErrors()) {
            assertThat(result.diagnostics()).as(text).anyMatch(Diagnostic::isError);
            return false;
        }
        result.resolve().ifPresent(resolve -> {
            assertThat(ResolveJson.write(resolve)).isNotEmpty();
            ValidityCheck.check(resolve, new Diagnostics());
        });
        return true;
    }
}

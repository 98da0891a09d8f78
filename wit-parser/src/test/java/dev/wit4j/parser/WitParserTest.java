package dev.wit4j.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Severity;
import dev.wit4j.parser.model.PrimitiveType;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WitParserTest {
    private static final String OLD_RESULT = """
            package a:b;
            interface i {
              set: func(key: string) -> ();
            }
            """;

    private static ParseResult parse(ParseOptions options, String text) {
        return new WitParser(options).parse(PackageInput.Text.of("a.wit", text), List.of());
    }

    private static ParseResult parse(String text) {
        return parse(ParseOptions.DEFAULT, text);
    }

    @Test
    void aRecordKeepsItsFieldsAndTheirDocs() {
        Resolve resolve = parse("""
                package a:b@1.2.3;
                interface i {
                  record r {
                    // which one
                    id: u32,
                    names: list<string>,
                  }
                }
                """).resolve().orElseThrow();
        assertThat(resolve.packages().get(0).name()).hasToString("a:b@1.2.3");
        TypeId id = resolve.interfaces().get(0).types().get("r");
        TypeDefKind.Record record = (TypeDefKind.Record) resolve.type(id).kind();
        assertThat(record.fields()).extracting(field -> field.name()).containsExactly("id", "names");
        assertThat(record.fields().get(0).type()).isEqualTo(PrimitiveType.U32);
        assertThat(record.fields().get(0).docs().orElseThrow().contents()).isEqualTo(" which one".strip());
    }

    @Test
    void aWordWithLettersThatNoNameHasIsRefusedAsAWhole() {
        for (String word : List.of("gr\u00fc\u00dfe-2", "\u00e9", "use\u00e9", "\ud800\udc00-x", "%\u00e9t\u00e9")) {
            ParseResult result = parse("package a:b;\ninterface " + word + " {}\n");
            assertThat(result.diagnostics()).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isEqualTo("invalid-identifier");
                assertThat(problem.span().start()).isEqualTo(23);
                assertThat(problem.span().end()).isEqualTo(23 + word.length());
            });
        }
        assertThat(parse("package a:b;\ninterface a\u2014b {}\n").diagnostics())
                .singleElement()
                .satisfies(problem -> assertThat(problem.message()).isEqualTo("unexpected character '\u2014'"));
    }

    @Test
    void theResultSyntaxOf2023IsAWarningThatSaysWhatToWrite() {
        ParseResult result = parse(OLD_RESULT);
        assertThat(result.resolve()).isPresent();
        assertThat(result.resolve()
                        .orElseThrow()
                        .interfaces()
                        .get(0)
                        .functions()
                        .get("set")
                        .result())
                .isEmpty();
        Diagnostic warning = result.diagnostics().get(0);
        assertThat(warning.severity()).isEqualTo(Severity.WARNING);
        assertThat(warning.code()).isEqualTo("empty-result");
        assertThat(warning.hint().orElseThrow()).contains("leave");
    }

    @Test
    void theResultSyntaxOf2023IsRefusedInStrictMode() {
        ParseResult result = parse(ParseOptions.DEFAULT.withStrict(true), OLD_RESULT);
        assertThat(result.hasErrors()).isTrue();
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly("unexpected-token");
    }

    @Test
    void namedResultsSayWhatReplacedThem() {
        ParseResult result = parse("package a:b; interface i { f: func() -> (a: u32, b: u32); }");
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly("named-results");
        assertThat(result.diagnostics().get(0).hint().orElseThrow()).contains("tuple");
    }

    @Test
    void aMisspeltPackageIsShownWithItsPlaceAndTheNearestName() {
        ParseResult result = new WitParser(ParseOptions.DEFAULT)
                .parse(
                        PackageInput.Text.of("w.wit", "package a:b;\nworld w {\n  import wasi:keyvalu/store;\n}\n"),
                        List.of(PackageInput.Text.of("d.wit", "package wasi:keyvalue; interface store {}")));
        Diagnostic error = result.diagnostics().get(0);
        assertThat(error.code()).isEqualTo("package-not-found");
        assertThat(result.sources().locate(error.span()).orElseThrow()).hasToString("w.wit:3:10");
        assertThat(error.hint().orElseThrow()).contains("did you mean `wasi:keyvalue`");
    }

    @Test
    void aMisspeltInterfaceIsShownWithTheNearestName() {
        ParseResult result = new WitParser(ParseOptions.DEFAULT)
                .parse(
                        PackageInput.Text.of("w.wit", "package a:b;\nworld w {\n  import wasi:kv/readwrit;\n}\n"),
                        List.of(PackageInput.Text.of("d.wit", "package wasi:kv; interface readwrite {}")));
        Diagnostic error = result.diagnostics().get(0);
        assertThat(error.code()).isEqualTo("interface-not-found");
        assertThat(result.sources().locate(error.span()).orElseThrow()).hasToString("w.wit:3:18");
        assertThat(error.hint()).hasValue("did you mean `readwrite`?");
    }

    @Test
    void severalErrorsAreShownTogetherEachOnce() {
        ParseResult result = parse("""
                package a:b;
                interface i {
                  type t = missing;
                  f: func(a: missing, a: u32) -> gone;
                }
                world w {
                  import nowhere;
                }
                """);
        assertThat(result.diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly(
                        "type-not-found", "type-not-found", "duplicate-param", "type-not-found", "item-not-found");
    }

    @Test
    void anUnstableItemIsThereOnlyWithItsFeature() {
        String text = "package a:b; interface i { @unstable(feature = x) f: func(); g: func(); }";
        assertThat(parse(text).resolve().orElseThrow().interfaces().get(0).functions())
                .containsOnlyKeys("g");
        assertThat(parse(ParseOptions.DEFAULT.withFeatures(Set.of("x")), text)
                        .resolve()
                        .orElseThrow()
                        .interfaces()
                        .get(0)
                        .functions())
                .containsOnlyKeys("f", "g");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/* a", " // a\n/* b", "/* a */ /* b"})
    void aCommentThatIsNeverClosedIsTheErrorAlsoWhenNothingElseIsThere(String text) {
        assertThat(parse(text).diagnostics()).extracting(Diagnostic::code).containsExactly("unterminated-comment");
    }

    @Test
    void aHandleIsNoLevelOfNesting() {
        String lists = "package a:b; interface i { resource r; f: func(a: " + "list<".repeat(99) + "borrow<r>"
                + ">".repeat(99) + "); }";
        assertThat(parse(lists).diagnostics()).isEmpty();
        assertThat(parse(lists.replace("list<borrow<r>", "list<list<borrow<r>>"))
                        .diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("nesting-too-deep");
    }

    @Test
    void anAttributeWhoseNameIsNoIdentifierIsRefusedForThat() {
        assertThat(parse("package a:b; interface i { @sincé(version = 1.0.0) f: func(); }")
                        .diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("invalid-identifier");
        assertThat(parse("package a:b; interface i { @sinc(version = 1.0.0) f: func(); }")
                        .diagnostics())
                .extracting(Diagnostic::code)
                .containsExactly("unknown-attribute");
    }

    @Test
    void anItemHasOneExternalId() {
        ParseResult result =
                parse("package a:b; interface i {\n @external-id(\"x\") @external-id(\"y\")\n f: func(); }");
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly("attribute-combination");
        assertThat(result.sources().locate(result.diagnostics().get(0).span()).orElseThrow())
                .hasToString("a.wit:2:21");
    }

    @Test
    void columnsCountBytes() {
        ParseResult result = parse("package a:b; /* äöü */ interface i { f: func(a: b); }");
        assertThat(result.sources()
                        .locate(result.diagnostics().get(0).span())
                        .orElseThrow()
                        .column())
                .isEqualTo(52);
    }

    @Test
    void ofALibraryOnlyWhatIsNeededIsPartOfTheModel() {
        List<PackageInput> library = List.of(
                PackageInput.Text.of("io.wit", "package w:io; interface streams { type t = u8; }"),
                PackageInput.Text.of("http.wit", "package w:http; interface types { use w:io/streams.{t}; }"),
                PackageInput.Text.of("cli.wit", "package w:cli; interface unused {}"));
        ParseResult result = new WitParser(ParseOptions.DEFAULT)
                .parse(
                        PackageInput.Text.of("a.wit", "package a:b; world w { import w:http/types; }"),
                        List.of(),
                        library);
        assertThat(result.resolve().orElseThrow().packages())
                .extracting(known -> known.name().toString())
                .containsExactlyInAnyOrder("a:b", "w:io", "w:http");
    }

    @Test
    void whatIsInDepsHidesTheLibrary() {
        ParseResult result = new WitParser(ParseOptions.DEFAULT)
                .parse(
                        PackageInput.Text.of("a.wit", "package a:b; world w { import w:io/mine; }"),
                        List.of(PackageInput.Text.of("deps.wit", "package w:io; interface mine {}")),
                        List.of(PackageInput.Text.of("library.wit", "package w:io; interface other {}")));
        assertThat(result.diagnostics()).isEmpty();
    }
}

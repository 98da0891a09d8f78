package dev.wit4j.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.parser.diagnostic.Diagnostic;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Large inputs that nest, repeat or never end: each gives a model or a diagnostic, on the stack of an ordinary thread. */
class HostileInputTest {
    private static final int MEGABYTE = 1 << 20;
    private static final int SOME = 1 << 17;

    private static ParseResult parse(String text) {
        return new WitParser(ParseOptions.DEFAULT).parse(PackageInput.Text.of("a.wit", text), List.of());
    }

    private static String repeat(int size, IntFunction<String> part) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < size; i++) {
            text.append(part.apply(i));
        }
        return text.toString();
    }

    private static Arguments refused(String code, String text) {
        return Arguments.of(code, text);
    }

    static Stream<Arguments> texts() {
        String head = "package a:b; ";
        return Stream.of(
                refused("nesting-too-deep", head + "interface i { type t = " + repeat(MEGABYTE, i -> "list<")),
                refused("nesting-too-deep", head + repeat(MEGABYTE, i -> "package c:d {")),
                refused("unexpected-token", head + repeat(MEGABYTE, i -> "{")),
                refused("unterminated-comment", head + repeat(MEGABYTE, i -> "/*")),
                refused("unterminated-comment", head + "/*" + repeat(MEGABYTE, i -> "*")),
                refused("unexpected-token", head + repeat(MEGABYTE, i -> "\"")),
                refused("unexpected-character", repeat(MEGABYTE, i -> "$")),
                refused("unexpected-token", repeat(MEGABYTE, i -> "@")),
                refused("invalid-identifier", head + "interface " + repeat(MEGABYTE, i -> "é") + " {}"),
                refused("invalid-version", "package a:b@1.0." + repeat(MEGABYTE, i -> "1") + ";"),
                refused("duplicate-item", head + repeat(SOME, i -> "interface i {}\n")),
                refused(
                        "type-not-found",
                        head + "interface i { " + repeat(SOME, i -> "f" + i + "x: func(a: n);") + "}"),
                refused(
                        "type-not-found",
                        head + "interface i { " + repeat(SOME, i -> "type a" + i + " = b" + i + ";") + "}"),
                refused("type-cycle", head + "interface i { " + cycle(SOME) + "}"),
                refused("attribute-combination", head + repeat(SOME, i -> "@unstable(feature = x)") + "interface i {}"),
                refused(
                        "model-too-large",
                        head + "world w0 { }"
                                + repeat(
                                        SOME,
                                        i -> "world w" + (i + 1) + " { include w" + i + "; import g" + i
                                                + ": func(); }")),
                refused(
                        "model-too-large",
                        head + "interface i0 { type t = u8; }"
                                + repeat(
                                        SOME,
                                        i -> "interface i" + (i + 1) + " { use i" + i + ".{t}; } world w" + i
                                                + " { import i" + i + "; }")));
    }

    private static String cycle(int size) {
        String chain = repeat(size, i -> "type t" + i + " = list<t" + (i + 1) + ">; ");
        int last = chain.split(";").length - 1;
        return chain + "type t" + last + " = t0; ";
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void hostileTextsEndWithADiagnostic(String code, String text) {
        List<Diagnostic> diagnostics = parse(text).diagnostics();
        assertThat(diagnostics.get(0).code()).isEqualTo(code);
        assertThat(diagnostics).hasSizeLessThanOrEqualTo(1001);
    }

    @Test
    void commentsMayBeLargeAndNested() {
        String nested = "/*".repeat(50_000) + "*/".repeat(50_000);
        assertThat(parse("package a:b; " + nested + repeat(SOME, i -> "// \uD83D\uDE00\n") + "interface i {}")
                        .diagnostics())
                .isEmpty();
    }

    @Test
    void chainsOfInterfacesMayBeLongerThanTheStack() {
        StringBuilder text = new StringBuilder("package a:b; interface i0 { type t = u8; } ");
        for (int i = 1; i <= 5_000; i++) {
            text.append("interface i")
                    .append(i)
                    .append(" { use i")
                    .append(i - 1)
                    .append(".{t}; }\n");
        }
        ParseResult result = parse(text + "world w { import i5000; export i5000; }");
        assertThat(result.diagnostics()).isEmpty();
        assertThat(result.resolve().orElseThrow().worlds().get(0).imports()).hasSize(5_001);
    }

    @Test
    void chainsOfTypesMayBeLongerThanTheStack() {
        String chain = "resource t0; " + repeat(SOME, i -> "type t" + (i + 1) + " = t" + i + ";\n");
        int last = chain.split("\n").length;
        ParseResult result =
                parse("package a:b; interface i { " + chain + "f: func(a: borrow<t" + last + ">) -> t" + last + "; }");
        assertThat(result.diagnostics()).isEmpty();
    }

    @Test
    void chainsOfPackagesMayBeLongerThanTheStack() {
        String packages = "package c:d0 { interface i { type t = u8; } }"
                + repeat(SOME * 2, i -> "package c:d" + (i + 1) + " { interface i { use c:d" + i + "/i.{t}; } }\n");
        assertThat(parse("package a:b; " + packages).diagnostics()).isEmpty();
    }
}

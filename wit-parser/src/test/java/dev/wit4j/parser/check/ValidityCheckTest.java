package dev.wit4j.parser.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValidityCheckTest {
    private static List<Diagnostic> check(String members) {
        return checkItem("interface i { " + members + " }");
    }

    private static List<Diagnostic> checkItem(String item) {
        ParseResult parsed = new WitParser(ParseOptions.DEFAULT)
                .parse(PackageInput.Text.of("a.wit", "package a:b; " + item), List.of());
        assertThat(parsed.diagnostics()).isEmpty();
        Diagnostics diagnostics = new Diagnostics();
        ValidityCheck.check(parsed.resolve().orElseThrow(), diagnostics);
        return diagnostics.inOrder();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            record r {}                                     | empty-type
            flags f {}                                      | empty-type
            f: func(a: tuple<>);                            | empty-type
            type t = list<u8, 0>;                           | empty-type
            f: func(a: stream<char>);                       | stream-of-char
            type c = char; f: func(a: stream<c>);           | stream-of-char
            record r { a: u8, A: u8 }                       | repeated-name
            variant v { a, a(u8) }                          | repeated-name
            enum e { a, A }                                 | repeated-name
            flags f { a, a }                                | repeated-name
            f: func(a: u8, A: u8);                          | repeated-name
            type t = u8; T: func();                         | repeated-name
            f: func(); F: func();                           | repeated-name
            resource r { a: func(); A: static func(); }     | repeated-name
            resource r { r: func(); }                       | repeated-name
            """)
    void whatNoComponentMayContainIsRefused(String members, String code) {
        assertThat(check(members)).extracting(Diagnostic::code).containsExactly(code);
    }

    @Test
    void theNamesOfAWorldFollowTheRulesOfThoseOfAnInterface() {
        assertThat(checkItem("world w { resource r { r: func(); } }"))
                .extracting(Diagnostic::code)
                .containsExactly("repeated-name");
        assertThat(checkItem("world w { resource r { m: func(); } import m: func(); export r: func(); }"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "record r { a: u8, a-b: u8 }",
                "resource r { constructor(); a: func(); } a: func();",
                "resource r { a: func(); } resource s { a: func(); }",
                "f: func(a: stream<list<char>>);",
                "type t = list<u8, 1>;"
            })
    void whatAComponentMayContainPasses(String members) {
        assertThat(check(members)).isEmpty();
    }

    @Test
    void flagsEndAtThirtyTwo() {
        assertThat(check("flags f { " + names(32) + " }")).isEmpty();
        assertThat(check("flags f { " + names(33) + " }"))
                .extracting(Diagnostic::code)
                .containsExactly("too-many-flags");
    }

    private static String names(int count) {
        return IntStream.range(0, count).mapToObj(i -> "x" + i).collect(Collectors.joining(", "));
    }

    @Test
    void nestingThroughNamesEndsAtAHundredLevels() {
        assertThat(check(chain(99))).isEmpty();
        List<Diagnostic> violations = check(chain(150));
        assertThat(violations).extracting(Diagnostic::code).containsExactly("type-too-large");
        assertThat(violations.get(0).message()).contains("`t100`");
    }

    private static String chain(int length) {
        return "type t0 = u8; "
                + IntStream.rangeClosed(1, length)
                        .mapToObj(i -> "type t" + i + " = list<t" + (i - 1) + ">;")
                        .collect(Collectors.joining(" "));
    }

    @Test
    void whatHasNoPartsIsNoLevelOfItsOwn() {
        String lists = IntStream.rangeClosed(1, 99)
                .mapToObj(i -> "type t" + i + " = list<t" + (i - 1) + ">;")
                .collect(Collectors.joining(" "));
        assertThat(check("enum t0 { a } " + lists)).isEmpty();
        assertThat(check("resource r; type t0 = borrow<r>; " + lists)).isEmpty();
        assertThat(check("record t0 { a: u8 } " + lists))
                .extracting(Diagnostic::code)
                .containsExactly("type-too-large");
    }

    @ParameterizedTest
    @CsvSource({"record r,fields", "variant r,cases", "enum r,cases"})
    void aTypeHasAtMostTenThousandParts(String type, String what) {
        String end = type.startsWith("record") ? ": u8" : "";
        assertThat(check(type
                        + IntStream.range(0, 10_000)
                                .mapToObj(i -> "a" + i + end)
                                .collect(Collectors.joining(", ", " { ", " }"))))
                .isEmpty();
        assertThat(check(type
                        + IntStream.range(0, 10_001)
                                .mapToObj(i -> "a" + i + end)
                                .collect(Collectors.joining(", ", " { ", " }"))))
                .extracting(Diagnostic::code)
                .containsExactly("too-many-" + what);
    }

    @Test
    void aTypeThatGrowsTooLargeIsRefusedWhereItDoes() {
        String records = "type t0 = u8; "
                + IntStream.rangeClosed(1, 6)
                        .mapToObj(i -> "type t" + i + " = tuple<" + ("t" + (i - 1) + ", ").repeat(16) + ">;")
                        .collect(Collectors.joining(" "));
        List<Diagnostic> violations = check(records);
        assertThat(violations).extracting(Diagnostic::code).containsExactly("type-too-large");
        assertThat(violations.get(0).message()).contains("`t5`");
    }

    /** The largest value has one byte less than these. */
    private static final int TOO_LARGE = 1 << 28;

    @Test
    void aValueEndsAtSoManyBytesOfMemory() {
        assertThat(check("type t = list<u8, " + (TOO_LARGE - 1) + ">;")).isEmpty();
        List<Diagnostic> violations = check("type t = list<u8, " + TOO_LARGE + ">;");
        assertThat(violations).extracting(Diagnostic::code).containsExactly("value-too-large");
        assertThat(violations.get(0).message()).contains("`t`", "268435455");
        assertThat(violations.get(0).isError()).isFalse();
        assertThat(check("f: func(a: list<u64, 1073741824>);"))
                .extracting(Diagnostic::code)
                .containsExactly("value-too-large");
    }

    @Test
    void aListOfFixedLengthEndsAtSoManyElements() {
        assertThat(check("type t = list<u8, 1073741824>;")).noneMatch(Diagnostic::isError);
        for (String length : List.of("1073741825", "2147483648", "4294967295")) {
            assertThat(check("f: func(a: list<u8, " + length + ">);"))
                    .filteredOn(Diagnostic::isError)
                    .singleElement()
                    .satisfies(violation -> {
                        assertThat(violation.code()).isEqualTo("too-many-elements");
                        assertThat(violation.message()).contains(length, "1073741824");
                    });
        }
    }

    @Test
    void whatIsTooLargeIsReportedWhereItBecomesSo() {
        String parts = "type half = list<u8, " + TOO_LARGE / 2 + ">; ";
        for (String whole : List.of(
                "record r { a: half, b: half }",
                "type r = tuple<half, half>;",
                "variant r { a, b(u64), c(half2) } type half2 = list<u32, " + (TOO_LARGE / 4 - 1) + ">;",
                "type r = list<half, 2>;",
                "type r = list<list<half, 2>, 2>;",
                "type r = map<u8, list<u8, " + (TOO_LARGE - 1) + ">>;")) {
            List<Diagnostic> violations = check(parts + whole + " type outer = option<r>; type more = tuple<r, r>;");
            assertThat(violations).as(whole).extracting(Diagnostic::code).containsExactly("value-too-large");
        }
    }

    @Test
    void whatAValuePointsAtDoesNotCount() {
        assertThat(check("type r = list<list<list<u8, " + (TOO_LARGE - 1) + ">>, " + (TOO_LARGE / 16 - 1) + ">;"
                        + " type h = list<string, " + (TOO_LARGE / 16 - 1) + ">;"
                        + " resource s; type i = list<s, " + (TOO_LARGE / 4 - 1) + ">;"))
                .isEmpty();
        // Twice as long as an address of 32 bits and a length would allow.
        assertThat(check("type h = list<string, " + TOO_LARGE / 16 + ">;"))
                .extracting(Diagnostic::code)
                .containsExactly("value-too-large");
    }

    @Test
    void alignmentAndDiscriminantsCount() {
        assertThat(check("record r { a: u8, b: u64 } type t = list<r, " + (TOO_LARGE / 16 - 1) + ">;"
                        + " flags f { " + names(9) + " } type u = list<f, " + (TOO_LARGE / 2 - 1) + ">;"
                        + " enum e { " + names(257) + " } type v = list<e, " + (TOO_LARGE / 2 - 1) + ">;"
                        + " type w = list<result<u16, u8>, " + (TOO_LARGE / 4 - 1) + ">;"))
                .isEmpty();
        assertThat(check("record r { a: u8, b: u64 } type t = list<r, " + TOO_LARGE / 16 + ">;"
                        + " flags f { " + names(9) + " } type u = list<f, " + TOO_LARGE / 2 + ">;"
                        + " enum e { " + names(257) + " } type v = list<e, " + TOO_LARGE / 2 + ">;"
                        + " type w = list<result<u16, u8>, " + TOO_LARGE / 4 + ">;"))
                .extracting(Diagnostic::code)
                .containsExactly("value-too-large", "value-too-large", "value-too-large", "value-too-large");
    }
}

package dev.wit4j.parser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.parser.binary.WitBinary;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Resolve;
import java.util.List;
import org.junit.jupiter.api.Test;

class EncodedDependenciesTest {
    private static final WitParser PARSER = new WitParser(ParseOptions.DEFAULT);

    private static PackageInput encoded(String name, String text) {
        ParseResult result = PARSER.parse(PackageInput.Text.of(name, text), List.of());
        Resolve resolve = result.resolve().orElseThrow();
        return new PackageInput.Encoded(
                name, WitBinary.encode(resolve, result.mainPackage().orElseThrow()));
    }

    @Test
    void packagesEncodedEachByItselfShareWhatBothUse() {
        String shared = " package x:shared { interface s { resource r; other: func(); } }";
        PackageInput one = encoded("one", "package x:one; interface i { use x:shared/s.{r}; }" + shared);
        PackageInput two = encoded("two", "package x:two; interface i { use x:shared/s.{r}; }" + shared);
        PackageInput whole = encoded("shared", "package x:shared; interface s { resource r; other: func(); }");
        ParseResult result = PARSER.parse(
                PackageInput.Text.of("w", "package a:b; world w { import x:one/i; import x:two/i; }"),
                List.of(one, two, whole));
        assertThat(result.diagnostics()).isEmpty();
        Resolve resolve = result.resolve().orElseThrow();
        assertThat(resolve.packages())
                .extracting(pkg -> pkg.name().toString())
                .containsExactly("x:shared", "x:one", "x:two", "a:b");
        assertThat(resolve.interfaces().get(0).functions()).containsOnlyKeys("other");
    }

    @Test
    void packagesThatContradictEachOtherAreRefused() {
        PackageInput one = encoded(
                "one", "package x:one; interface i { use x:s/s.{t}; } package x:s { interface s { type t = u8; } }");
        PackageInput two = encoded("two", "package x:s; interface s { type t = u16; }");
        ParseResult result = PARSER.parse(PackageInput.Text.of("w", "package a:b;"), List.of(one, two));
        assertThat(result.diagnostics()).extracting(Diagnostic::code).containsExactly("contradicting-packages");
        assertThat(result.diagnostics().get(0).message()).contains("`two`").contains("x:s/s");
    }
}

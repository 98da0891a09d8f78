package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.codegen.name.Casing;
import dev.wit4j.codegen.name.Naming;
import dev.wit4j.parser.diagnostic.Severity;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which Java name a WIT name leads to. */
class NamingTest {
    @Test
    void wordsAreJoinedInTheCasingOfJava() {
        assertThat(Casing.upperCamel("DNS-timeout")).isEqualTo("DnsTimeout");
        assertThat(Casing.lowerCamel("get-key")).isEqualTo("getKey");
        assertThat(Casing.upperSnake("dark-green")).isEqualTo("DARK_GREEN");
        assertThat(Casing.lowerSnake("wasi-cloud-error")).isEqualTo("wasi_cloud_error");
    }

    @Test
    void wordsThatBeginWithADigitStayApart() {
        assertThat(Casing.lowerCamel("a-0b")).isEqualTo("a_0b");
        assertThat(Casing.lowerCamel("a0b")).isEqualTo("a0b");
        assertThat(Casing.upperCamel("x1-2")).isEqualTo("X1_2");
        assertThat(Casing.upperCamel("x-12")).isEqualTo("X_12");
    }

    @Test
    void theFacadeGivesWayToATypeOfItsName() {
        assertThat(classes("interface network { resource network; f: func(); }", "network"))
                .contains("wit.a.b.network.Network", "wit.a.b.network.NetworkInterface");
    }

    @Test
    void anInterfaceWithNothingToCallHasNoFacade() {
        assertThat(classes("interface error { resource error { text: func() -> string; } }", "error"))
                .contains("wit.a.b.error.Error", "wit.a.b.error.ErrorProxies")
                .noneMatch(name -> name.endsWith("ErrorInterface"));
    }

    @Test
    void theExceptionIsAtHomeIfAFunctionOfItsPackageThrowsIt() {
        Wit wit = Wit.of(
                "package a:b;\ninterface i { use c:d/e.{used, unused}; f: func() -> result<_, used>;"
                        + " g: func() -> result<_, unused>; }\nworld w { import i; }",
                "package c:d;\ninterface e { enum used { x } enum unused { x } h: func() -> result<u8, used>; }");

        assertThat(names(wit.generate("w")))
                .contains("wit.c.d.e.UsedException", "wit.a.b.i.UnusedException")
                .doesNotContain("wit.a.b.i.UsedException", "wit.c.d.e.UnusedException");
    }

    @Test
    void importsThatAgreeInTheirNameTakeThePackageInFrontAndThenTheVersion() {
        Wit wit = Wit.of(
                "package a:b;\nworld w { import c:d/types@0.1.0; import c:d/types@1.0.0; import e:f/types; import c:d/x@1.0.0; }",
                "package c:d@0.1.0;\ninterface types { f: func(); }",
                "package c:d@1.0.0;\ninterface types { f: func(); }\ninterface x { f: func(); }",
                "package e:f;\ninterface types { f: func(); }");

        assertThat(source(wit.generate("w"), "W"))
                .contains("record Imports(")
                .containsPattern("\\bdTypesV0_1\\b")
                .containsPattern("\\bdTypesV1\\b")
                .containsPattern("\\bfTypes\\b")
                .containsPattern("\\bX x\\b");
    }

    @Test
    void importsThatDifferInAVersionOfOneTrackAreToldApartAsTheirJavaPackagesAre() {
        Wit wit = Wit.of(
                "package a:c;\nworld w { import a:b/i@1.0.0; import a:b/i@1.1.0; }",
                "package a:b@1.0.0;\ninterface i { f: func(); }",
                "package a:b@1.1.0;\ninterface i { f: func(); }");

        GeneratedSources generated = wit.generate("w");

        assertThat(generated.diagnostics()).isEmpty();
        assertThat(names(generated)).contains("wit.a.b.v1_0_0.i.I", "wit.a.b.v1.i.I");
        assertThat(source(generated, "W")).containsPattern("\\bI bIV1_0_0\\b").containsPattern("\\bv1\\.i\\.I bIV1\\b");
        JavaCompiling.compile(generated.sources());
    }

    @Test
    void namesAndPackagesCanBeSetByHand() {
        Wit wit = Wit.of("package a:b@1.2.0;\ninterface i { record r { x-y: u8 } f: func(it: r) -> r; resource s {"
                + " m: func(); } }\ninterface j { g: func(); }\nworld w { import i; import j; }");
        var naming = new Naming(
                "com.example",
                Map.of("a:b", "org.there", "a:b/j@1.2.0", "org.elsewhere.j"),
                Map.of(
                        "a:b/i@1.2.0#r", "Row",
                        "a:b/i@1.2.0#r.x-y", "column",
                        "a:b/i@1.2.0#f", "call",
                        "a:b/i@1.2.0#s.m", "go"));

        GeneratedSources generated =
                JavaGenerator.generate(wit.resolve(), wit.world("w"), GeneratorOptions.DEFAULT.withNaming(naming));

        JavaCompiling.compile(generated.sources());
        assertThat(names(generated)).contains("org.there.W", "org.there.i.Row", "org.elsewhere.j.J");
        assertThat(source(generated, "Row")).contains("record Row(int column)");
        assertThat(source(generated, "I")).contains("Row call(Row it)");
        assertThat(source(generated, "S")).contains("void go()");
    }

    @Test
    void aTypeInTheJavaPackageOfAWorldGivesWayToItsClass() {
        Wit wit = Wit.of("package a:b;\ninterface i { f: func(); record w { x: u8 } }\nworld w { import i; }");
        var naming = new Naming("wit", Map.of("a:b", "com.acme", "a:b/i", "com.acme"), Map.of());

        GeneratedSources generated =
                JavaGenerator.generate(wit.resolve(), wit.world("w"), GeneratorOptions.DEFAULT.withNaming(naming));

        JavaCompiling.compile(generated.sources());
        assertThat(names(generated)).doesNotHaveDuplicates().contains("com.acme.W", "com.acme.W_");
        assertThat(source(generated, "W_")).contains("record W_(int x)");
        assertThat(generated.diagnostics())
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).contains("`W`", "taken by `a:b/w`"));
    }

    @Test
    void interfacesInOneJavaPackageHaveTheSameNamesInEveryWorld() {
        Wit wit = Wit.of(
                "package a:b;\ninterface i { use k.{e}; record r { x: u8 } f: func() -> result<_, e>; }\n"
                        + "interface j { record r { y: u8 } g: func(it: r); }\n"
                        + "interface k { enum e { no } h: func() -> result<_, e>; }\n"
                        + "world one { import j; }\nworld both { import j; import i; }\nworld reversed { import i; import j; }");
        var naming = new Naming("wit", Map.of("a:b/i", "x.y", "a:b/j", "x.y"), Map.of());

        List<String> sources = Stream.of("one", "both", "reversed")
                .map(wit::world)
                .map(world -> JavaGenerator.generate(wit.resolve(), world, GeneratorOptions.DEFAULT.withNaming(naming)))
                .peek(generated -> JavaCompiling.compile(generated.sources()))
                .map(generated -> source(generated, "J"))
                .toList();

        assertThat(sources).containsOnly(sources.get(0));
    }

    @Test
    void whatIsSaidAboutSomethingThatIsNotThereIsAWarningThatGuessesWhatWasMeant() {
        Wit wit = Wit.of(
                "package a:b@1.2.0;\ninterface i { record r { x-y: u8 } type t = u8; resource s { m: func(); } }\n"
                        + "world w { import i; import inline: interface { f: func(); } }\nworld other { export g: func(); }");
        var naming = new Naming(
                "wit",
                Map.of("a:b", "one", "a:b@1.2.0", "two", "a:b/i@1.2.0", "three", "a:b/i", "four", "c:d", "five"),
                Map.of(
                        "a:b/i@1.2.0#r.x-y", "matched",
                        "a:b/w.inline@1.2.0#f", "matched",
                        "a:b/other@1.2.0#g", "matched",
                        "a:b/i#r", "withoutVersion",
                        "a:b/i@1.2.0#s.n", "misspelt",
                        "a:b/i@1.2.0#t", "withoutClass"));
        GeneratorOptions options = GeneratorOptions.DEFAULT
                .withNaming(naming)
                .withAnnotations(Map.of(
                        "a:b/i@1.2.0#r", List.of("a.Matched"), "a:b/i@1.2.0#r.x-y", List.of("a.Member", "a.Two")));

        assertThat(JavaGenerator.generate(wit.resolve(), wit.world("w"), options)
                        .diagnostics())
                .allMatch(diagnostic -> diagnostic.severity() == Severity.WARNING)
                .extracting(diagnostic ->
                        diagnostic.message() + "; " + diagnostic.hint().orElseThrow())
                .containsExactly(
                        "no package or interface is called `a:b/i`, which the Java package `four` is for;"
                                + " did you mean `a:b/i@1.2.0`?",
                        "no package or interface is called `c:d`, which the Java package `five` is for;"
                                + " known are a:b, a:b@1.2.0, a:b/i@1.2.0, a:b/w.inline@1.2.0, a:b/other@1.2.0",
                        "no type with a class, member of a type or function is called `a:b/i#r`, which the Java name"
                                + " `withoutVersion` is for; did you mean `a:b/i@1.2.0#r`?",
                        "no type with a class, member of a type or function is called `a:b/i@1.2.0#s.n`, which the Java"
                                + " name `misspelt` is for; did you mean `a:b/i@1.2.0#s.m`?",
                        "no type with a class, member of a type or function is called `a:b/i@1.2.0#t`, which the Java name"
                                + " `withoutClass` is for; did you mean `a:b/i@1.2.0#r`?",
                        "no type with a class is called `a:b/i@1.2.0#r.x-y`, which the annotation `a.Member`, `a.Two` is"
                                + " for; known are a:b/i@1.2.0#r, a:b/i@1.2.0#s");
    }

    @Test
    void aNameByHandHasToBeAJavaName() {
        assertThatThrownBy(() -> new Naming("a.class", Map.of(), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("`class`");
        assertThatThrownBy(() -> new Naming("wit", Map.of("a:b", "a..b"), Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a:b");
        assertThatThrownBy(() -> GeneratorOptions.DEFAULT.withAnnotations(Map.of("a:b/i#r", List.of("Nope"))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Nope");
    }

    @Test
    void aNameByHandIsNoMethodOfEveryObject() {
        for (String java : List.of("notify", "hashCode", "toString", "wait", "getClass")) {
            assertThatThrownBy(() -> new Naming("wit", Map.of(), Map.of("a:b/i#f", java)))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("a:b/i#f")
                    .hasMessageContaining("`" + java + "`");
        }
    }

    @Test
    void aCaseIsNotCalledAsItsVariantByHand() {
        Wit wit = Wit.of("package a:b;\ninterface i { variant v { a, b } f: func(it: v); }\nworld w { import i; }");
        for (Map<String, String> names :
                List.of(Map.of("a:b/i#v.a", "V"), Map.of("a:b/i#v", "Kind", "a:b/i#v.a", "Kind"))) {
            GeneratedSources generated = JavaGenerator.generate(
                    wit.resolve(),
                    wit.world("w"),
                    GeneratorOptions.DEFAULT.withNaming(new Naming("wit", Map.of(), names)));

            assertThat(generated.sources()).isEmpty();
            assertThat(generated.diagnostics()).singleElement().satisfies(diagnostic -> {
                assertThat(diagnostic.isError()).isTrue();
                assertThat(diagnostic.message()).contains("`v.a`").contains("its variant");
                assertThat(diagnostic.span().isKnown()).isTrue();
            });
        }
    }

    @Test
    void typesGetTheAnnotationsThatAreAskedFor() {
        Wit wit = Wit.of("package a:b;\ninterface i { record r { x: u8 } }\nworld w { import i; }");
        GeneratedSources generated = JavaGenerator.generate(
                wit.resolve(),
                wit.world("w"),
                GeneratorOptions.DEFAULT.withAnnotations(Map.of("a:b/i#r", List.of("java.lang.Deprecated"))));

        JavaCompiling.compile(generated.sources().stream()
                .filter(source -> source.className().equals("R"))
                .toList());
        assertThat(source(generated, "R")).contains("@Deprecated");
    }

    private static List<String> classes(String iface, String name) {
        GeneratedSources generated = Wit.of("package a:b;\n" + iface + "\nworld w { import " + name + "; }")
                .generate("w");
        JavaCompiling.compile(generated.sources());
        return names(generated);
    }

    private static List<String> names(GeneratedSources generated) {
        return generated.sources().stream()
                .map(source -> source.packageName() + "." + source.className())
                .toList();
    }

    private static String source(GeneratedSources generated, String className) {
        return generated.sources().stream()
                .filter(source -> source.className().equals(className))
                .findFirst()
                .orElseThrow()
                .contents();
    }
}

package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.codegen.name.Naming;
import dev.wit4j.parser.diagnostic.Diagnostic;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What Java cannot hold is refused at its place in WIT. */
class JavaLimitsTest {
    @Test
    void aFunctionOf127LongParametersIsTheLargest() {
        assertThat(generate("f: func(" + times(127, n -> "p" + n + ": u64") + ");")
                        .diagnostics())
                .isEmpty();
        assertRefused("f: func(" + times(128, n -> "p" + n + ": u64") + ");", "256 slots for parameters");
    }

    @Test
    void aTupleOf254MembersIsTheLargest() {
        assertThat(generate("f: func() -> tuple<" + times(254, n -> "u8") + ">;")
                        .diagnostics())
                .isEmpty();
        assertRefused("f: func() -> tuple<" + times(255, n -> "u8") + ">;", "255 members in a tuple");
    }

    @Test
    void aListOfAFixedLengthThatNoJavaListHasIsRefused() {
        assertThat(generate("f: func(a: list<string, 2147483647>);").diagnostics())
                .isEmpty();
        assertRefused("f: func(a: option<list<string, 2147483648>>);", "2147483648 elements in a list");
        assertRefused("type digest = list<u8, 4294967295>;", "4294967295 elements in a list");
    }

    @Test
    void aRecordOfMoreThan2000FieldsIsRefused() {
        assertRefused("record r {" + times(2_001, n -> "p" + n + ": u8") + "}", "2001 fields in a record");
    }

    @Test
    void anEnumOfMoreThan7000CasesIsRefused() {
        assertRefused("enum e {" + times(7_001, n -> "p" + n) + "}", "7001 cases in an enum");
    }

    @Test
    void aVariantOfMoreThan2000CasesIsRefused() {
        assertRefused("variant v {" + times(2_001, n -> "p" + n) + "}", "2001 cases in a variant");
    }

    @Test
    void moreFlagsThanAJavaEnumHoldsAreRefused() {
        assertRefused("flags g {" + times(3_001, n -> "p" + n) + "}", "3001 flags in one type");
    }

    @Test
    void aTypeWhoseClassFilesNoFileSystemCouldHoldIsRefused() {
        String longest = "x".repeat(255 - "IProxies$Statics.class".length());
        GeneratedSources generated = generate("resource " + longest + " { make: static func(); }");
        assertThat(generated.diagnostics()).isEmpty();
        assertThat(JavaCompiling.compile(generated.sources()).keySet())
                .allMatch(name -> name.length() - name.lastIndexOf('.') - 1 + ".class".length() <= 255);

        assertRefused("resource " + longest + "x;", "a name of 256 bytes");
        assertRefused("record r" + longest + " { a: u8 }", "a name of 256 bytes");
        assertRefused("variant v { " + "c".repeat(248) + " }", "a name of 256 bytes");
        assertRefused("f" + "f".repeat(242) + ": func() -> result<_, list<string>>;", "a name of 258 bytes");
    }

    @Test
    void anInterfaceOrAWorldWhoseFilesNoFileSystemCouldHoldIsRefused() {
        String name = "i".repeat(300);
        assertThat(Wit.of("package a:b; interface " + name + " { f: func(); } world w { import " + name + "; }")
                        .generate("w")
                        .diagnostics())
                .extracting(Diagnostic::message)
                .anyMatch(message -> message.contains("the folder of a Java package"))
                .anyMatch(message -> message.contains("a class file"));
        assertThat(Wit.of("package a:b; world " + name + " { }").generate(name).diagnostics())
                .singleElement()
                .satisfies(diagnostic -> assertThat(diagnostic.span().isKnown()).isTrue());
    }

    @Test
    void aNameByHandMakesALongOneFit() {
        String name = "x".repeat(300);
        Wit wit = Wit.of("package a:b; interface i { record " + name + " { a: u8 } } world w { import i; }");
        var naming = new Naming("wit", Map.of(), Map.of("a:b/i#" + name, "Short"));

        GeneratedSources generated =
                JavaGenerator.generate(wit.resolve(), wit.world("w"), GeneratorOptions.DEFAULT.withNaming(naming));

        assertThat(generated.diagnostics()).isEmpty();
        JavaCompiling.compile(generated.sources());
    }

    private static void assertRefused(String items, String what) {
        GeneratedSources generated = generate(items);

        assertThat(generated.hasErrors()).isTrue();
        assertThat(generated.sources()).isEmpty();
        assertThat(generated.diagnostics()).singleElement().satisfies(diagnostic -> {
            assertThat(diagnostic.code()).isEqualTo("java-limit");
            assertThat(diagnostic.message()).contains(what);
            assertThat(diagnostic.span().isKnown()).isTrue();
        });
    }

    private static GeneratedSources generate(String items) {
        return Wit.of("package a:b;\nworld w { import i; }\ninterface i {\n" + items + "\n}")
                .generate("w");
    }

    private static String times(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(", "));
    }
}

package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

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

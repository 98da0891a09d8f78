package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.component.ValueCodec;
import golden.tests.everything.v0_2.everything.EverythingCodecs;
import golden.tests.everything.v0_2.everything.settings.SettingsCodecs;
import golden.tests.everything.v0_2.store.StoreCodecs;
import golden.tests.everything.v0_2.values.ValuesCodecs;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Random values of generated types, from fixed seeds, through generated codecs and every format. */
class RandomValuesTest {
    private static final int VALUES = 200;

    @TestFactory
    Stream<DynamicTest> everyGoldenCodec() throws ReflectiveOperationException {
        Stream.Builder<DynamicTest> tests = Stream.builder();
        for (Class<?> codecs :
                List.of(ValuesCodecs.class, EverythingCodecs.class, SettingsCodecs.class, StoreCodecs.class)) {
            List<ValueCodec<?>> found = GeneratedCodecs.in(codecs);
            assertThat(found).as("%s", codecs).isNotEmpty();
            found.forEach(codec -> tests.add(DynamicTest.dynamicTest(
                    codecs.getSimpleName() + ": " + codec.type(), () -> assertValuesComeBack(codec, VALUES))));
        }
        return tests.build();
    }

    @Test
    void typesThatAreTooLargeForARecordAnEnumOrAMethod() throws ReflectiveOperationException {
        String nested = IntStream.range(1, 40)
                .mapToObj(n -> "variant v" + n + " { a(option<v" + (n - 1) + ">), b(list<v" + (n - 1) + ">) }\n")
                .collect(Collectors.joining());
        String main = "package a:b;\nworld w { import i; }\ninterface i {\n"
                + "record big {" + times(300, n -> "g" + n + ": " + type(n)) + "}\n"
                + "enum huge {" + times(4_000, n -> "c" + n) + "}\n"
                + "enum large {" + times(3_000, n -> "c" + n) + "}\n"
                + "flags many {" + times(300, n -> "c" + n) + "}\n"
                + "variant wide {" + times(500, n -> "c" + n + (n % 2 == 0 ? "(list<huge>)" : "")) + "}\n"
                + "variant v0 { leaf(string), none }\n" + nested
                + "f: func(a: big, b: large, c: many, d: wide) -> v39; }";

        List<ValueCodec<?>> codecs = GeneratedCodecs.in(
                JavaCompiling.compile(Wit.of(main).generate("w").sources()));

        assertThat(codecs)
                .extracting(codec -> codec.type().toString())
                .contains("a:b/i.big", "a:b/i.huge", "a:b/i.large", "a:b/i.many", "a:b/i.wide", "a:b/i.v39");
        codecs.forEach(codec -> assertValuesComeBack(codec, 20));
    }

    private static void assertValuesComeBack(ValueCodec<?> codec, int values) {
        for (int seed = 0; seed < values; seed++) {
            GeneratedCodecs.assertRandomValueComesBack(codec, seed);
        }
    }

    private static String type(int n) {
        return new String[] {"u32", "string", "list<string>", "f64", "u64", "bool"}[n % 6];
    }

    private static String times(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(", "));
    }
}

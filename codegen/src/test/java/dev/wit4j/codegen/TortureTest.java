package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.wit4j.parser.diagnostic.Diagnostic;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names, sizes and texts that nobody writes until somebody does. */
class TortureTest {
    private static final String JAVA_WORDS =
            "abstract assert boolean break byte case catch char class const continue default"
                    + " do double else enum extends false final finally float for goto if implements import instanceof int"
                    + " interface long native new null package private protected public return short static strictfp super"
                    + " switch synchronized this throw throws transient true try void volatile while exports module open opens"
                    + " permits provides record requires sealed to transitive uses var when with yield"
                    + " hash-code to-string get-class wait notify notify-all clone finalize equals close handle value in out"
                    + " java dev wit invoker target arguments mapper type index builder build required name names values ordinal";

    @Test
    void everyWordOfJavaCanBeEveryKindOfName() {
        String main = "package a:b;\nworld w { import words; export words; }\ninterface words {\n"
                + "  record fields {" + each("%$: u8", ", ") + "}\n"
                + "  variant cases {" + each("%$(fields)", ", ") + "}\n"
                + "  enum constants {" + each("%$", ", ") + "}\n"
                + "  flags bits {" + each("%$", ", ") + "}\n"
                + "  resource things {" + each("%$: func(%$: u8) -> u8;", " ") + "}\n"
                + "  resource makers {" + each("%$: static func(%$: string);", " ") + "}\n"
                + each("%$: func(%$: list<u8>);", "\n") + "}\n";

        assertCompiles(Wit.of(main), "w");
    }

    @Test
    void everyWordOfJavaCanBeTheNameOfATypeAnInterfaceOrAWorld() {
        String main = "package a:b;\n"
                + each("interface %$ { record %$ { %$: string } %f: func(a: %$) -> result<%$, %$>; }", "\n")
                + "\n" + each("world %$-w { import %$; export %$; }", "\n");

        Wit wit = Wit.of(main);
        assertCompiles(wit, "class-w");
        assertCompiles(wit, "record-w");
    }

    @Test
    void everyWordOfJavaCanBeTheNameOfAPackageALabelAResourceOrAFunctionOfAWorld() {
        String main = "package a:b;\n"
                + "interface resources {" + each("resource %$ { constructor(%$: u8); }", "\n") + "}\n"
                + "world functions {" + each("import %$: func(%$: string); export %$: func(%$: u8);", "\n") + "}\n"
                + "world labels { import resources; "
                + each("import %$: interface { f: func(); } export %$: interface { g: func(); }", "\n") + "}\n"
                + "world packages {" + each("import %$:%$/i; export %$:%$/i;", "\n") + "}\n";
        String[] packages = Stream.of(JAVA_WORDS.split(" "))
                .map(word -> "package %$:%$;\ninterface i { enum e { x } f: func(it: e); }".replace("$", word))
                .toArray(String[]::new);

        Wit wit = Wit.of(main, packages);
        assertCompiles(wit, "functions");
        assertCompiles(wit, "labels");
        assertCompiles(wit, "packages");
    }

    @Test
    void typesMayBeCalledAsTypesOfTheJdk() {
        String names =
                "object string optional list map set override deprecated integer long short byte boolean float double"
                        + " character void record enum class exception runtime-exception throwable iterable bytes result unit"
                        + " resource handle proxy unsigned owned error thread process math comparable suppress-warnings"
                        + " functional-interface statics facade codecs function-type value-codec type-info checks invoker"
                        + " builder imports exports guest factory functions null-marked nullable"
                        + " illegal-state-exception string-builder arrays collections";
        String main = "package a:b;\nworld w { import jdk; export jdk; }\ninterface jdk {\n"
                + Stream.of(names.split(" "))
                        .map(name -> "record %" + name + " { x: option<list<string>>, y: u64 }\n"
                                + "variant in-" + name + " { %" + name + "(%" + name + "), other }\n"
                                + "f-" + name + ": func(a: %" + name + ", b: in-" + name
                                + ") -> result<option<string>, %" + name + ">;\n")
                        .collect(Collectors.joining())
                + "}\n";

        assertCompiles(Wit.of(main), "w");
    }

    @Test
    void aRecordOf300FieldsIsMadeByABuilder() {
        String main = "package a:b;\nworld w { import i; export i; }\ninterface i { resource r; enum builder { x }\n"
                + "record big {" + times(300, n -> "g" + n + ": " + type(n)) + ", tool: builder}\n"
                + "record longs {" + times(128, n -> "g" + n + ": u32") + "}\n"
                + "record handles {" + times(260, n -> "g" + n + ": r") + "}\n"
                + "f: func(a: big, b: longs) -> handles; }";

        GeneratedSources generated = assertCompiles(Wit.of(main), "w");
        assertThat(source(generated, "Big")).contains("public final class Big", "public static Builder builder()");
        assertThat(source(generated, "Longs")).contains("public final class Longs");
    }

    private static String type(int n) {
        return new String[] {"u32", "string", "list<string>", "f64", "u64", "bool"}[n % 6];
    }

    @Test
    void tuplesMayHaveMoreMembersThanTheRuntimeHasClassesFor() {
        String large = "tuple<" + times(40, n -> n % 2 == 0 ? "u64" : "r") + ">";
        String main = "package a:b;\nworld w { use i.{wide, r}; import i; export i; export j; type mine = " + large
                + ";\n"
                + "import g: func() -> mine; export h: func(a: mine, b: wide, c: tuple<" + times(18, n -> "string")
                + ">) -> result<_, " + large + ">; }\n"
                + "interface i { resource r; record tuple17 { x: u8 }\n"
                + "type wide = tuple<" + times(17, n -> "tuple17") + ">;\n"
                + "record holder { all: wide, same: option<" + large + "> }\n"
                + "f: func(a: list<" + large + ">, b: holder, c: tuple<" + times(254, n -> "string")
                + ">) -> result<wide, " + large + ">; }\n"
                + "interface j { use i.{wide, r}; f: func(a: wide) -> tuple<" + times(17, n -> "option<r>") + ">; }";

        GeneratedSources generated = assertCompiles(Wit.of(main), "w");

        assertThat(generated.sources())
                .extracting(JavaSource::packageName, JavaSource::className)
                .filteredOn(name -> name.toList().get(1).toString().startsWith("Tuple"))
                .containsExactlyInAnyOrder(
                        tuple("wit.a.b.i", "Tuple17"),
                        tuple("wit.a.b.i", "Tuple17_"),
                        tuple("wit.a.b.i", "Tuple40"),
                        tuple("wit.a.b.i", "Tuple254"),
                        tuple("wit.a.b.j", "Tuple17"),
                        tuple("wit.a.b.w", "Tuple18"),
                        tuple("wit.a.b.w", "Tuple40"));
        assertThat(source(generated, "Tuple254"))
                .contains("T16 sixteenth", "T20 twentieth", "T99 ninetyNinth", "T100 hundredth", "T101 hundredFirst")
                .contains("T112 hundredTwelfth", "T200 twoHundredth", "T254 twoHundredFiftyFourth");
    }

    @Test
    void anEnumOf4000CasesAndFlagsOf300Compile() {
        String main = "package a:b;\nworld w { import i; export i; }\ninterface i {\n"
                + "enum huge {" + times(4_000, n -> "c" + n) + "}\n"
                + "enum large {" + times(3_000, n -> "c" + n) + "}\n"
                + "flags many {" + times(300, n -> "c" + n) + "}\n"
                + "f: func(a: huge, b: large) -> many; }";

        assertCompiles(Wit.of(main), "w");
    }

    @Test
    void aLargeTypeMayBeCalledAsItsConstant() {
        String main = "package a:b;\nworld w { import i; export i; }\ninterface i { resource x2;\n"
                + "record r {" + times(130, n -> "g" + n + ": u32") + "}\n"
                + "record x1 {" + times(255, n -> "g" + n + ": x2") + "}\n"
                + "enum e {" + times(3_001, n -> "c" + n) + "}\n"
                + "variant v {" + times(101, n -> "c" + n + "(x1)") + "}\n"
                + "flags f {" + times(101, n -> "c" + n) + "}\n"
                + "get: func(a: e, b: v, c: f) -> result<r, x1>; }";

        assertCompiles(Wit.of(main), "w");
    }

    @Test
    void aVariantOf500CasesCompiles() {
        String main = "package a:b;\nworld w { import i; }\ninterface i { resource r;\n"
                + "variant large {" + times(500, n -> "c" + n + (n % 3 == 0 ? "(r)" : n % 3 == 1 ? "(u32)" : ""))
                + "}\nf: func(a: large) -> option<large>; }";

        assertCompiles(Wit.of(main), "w");
    }

    @Test
    void anInterfaceOf2000FunctionsCompiles() {
        String main = "package a:b;\nworld w { import i; export i; }\ninterface i { resource r;\n"
                + IntStream.range(0, 2_000)
                        .mapToObj(
                                n -> "g" + n + ": func(a: u32, b: list<string>, c: borrow<r>) -> result<r, string>;\n")
                        .collect(Collectors.joining())
                + "}";

        assertCompiles(Wit.of(main), "w");
    }

    @Test
    void aWorldOf260ImportsAndExportsCompiles() {
        String interfaces = IntStream.range(0, 260)
                .mapToObj(n -> "interface i" + n + " { f: func(); }\n")
                .collect(Collectors.joining());
        String items = IntStream.range(0, 260)
                .mapToObj(n -> "import i" + n + "; export i" + n + ";\n")
                .collect(Collectors.joining());

        GeneratedSources generated =
                assertCompiles(Wit.of("package a:b;\n" + interfaces + "world w {" + items + "}"), "w");
        assertThat(source(generated, "W")).contains("public static final class Imports");
    }

    @Test
    void aWorldOf500ImportsCompilesWithTheStackThatACompilerHasByItself() {
        String interfaces = IntStream.range(0, 500)
                .mapToObj(n -> "interface i" + n + " { f: func(); }\n")
                .collect(Collectors.joining());
        String items =
                IntStream.range(0, 500).mapToObj(n -> "import i" + n + ";\n").collect(Collectors.joining());

        assertCompiles(Wit.of("package a:b;\n" + interfaces + "world w {" + items + "}"), "w");
    }

    @Test
    void moreThan16ImportsHaveABuilderBesideTheConstructor() {
        String interfaces = IntStream.range(0, 17)
                .mapToObj(n -> "interface i" + n + " { f: func(); }\n")
                .collect(Collectors.joining());
        String items =
                IntStream.range(0, 17).mapToObj(n -> "import i" + n + ";\n").collect(Collectors.joining());

        GeneratedSources generated =
                assertCompiles(Wit.of("package a:b;\n" + interfaces + "world w {" + items + "}"), "w");
        assertThat(source(generated, "W")).contains("public record Imports(", "public static Builder builder()");
    }

    @Test
    void variantsMayBeNested40Deep() {
        String nested = IntStream.range(1, 40)
                .mapToObj(n -> "variant v" + n + " { a(option<v" + (n - 1) + ">), b(list<v" + (n - 1) + ">) }\n")
                .collect(Collectors.joining());
        String inline = "option<".repeat(40) + "u8" + ">".repeat(40);
        String main = "package a:b;\nworld w { import i; }\ninterface i { variant v0 { leaf(string), none }\n" + nested
                + "f: func(a: v39) -> " + inline + "; }";

        assertCompiles(Wit.of(main), "w");
    }

    @Test
    void docsCannotBreakTheSource() {
        String main = "package a:b;\nworld w { import i; }\n"
                + "/// */ class Evil {} /* {@link Nothing} @param x <b>bold & co</b>\n"
                + "/// \\u002a\\u002f \\u000a \\uuu002a @deprecated no \uD83D\uDE00\n///\n/// {@code unbalanced { $L $$ $T\n"
                + "interface i {\n /// */ @since $S\n record r { /// $N */\n a: u8 }\n /// } } $> $< */\n f: func(); }";

        GeneratedSources generated = assertCompiles(Wit.of(main), "w");
        assertThat(source(generated, "I"))
                .contains("*&#47; class Evil {} /* {&#64;link Nothing}", "&lt;b&gt;bold &amp; co&lt;/b&gt;")
                .contains("&#92;u002a&#92;u002f", "\uD83D\uDE00", "$L $$ $T");
    }

    @Test
    void twoVersionsOfAPackageStandSideBySide() {
        String main = "package a:b;\nworld w { import c:d/types@0.2.3; import c:d/types@0.2.12; import c:d/types@1.0.0;"
                + " import c:d/types@1.1.0-rc.1; export c:d/types@0.2.3; }";
        Wit wit = Wit.of(main, versioned("0.2.3"), versioned("0.2.12"), versioned("1.0.0"), versioned("1.1.0-rc.1"));

        GeneratedSources generated = assertCompiles(wit, "w");
        assertThat(generated.sources().stream().map(JavaSource::packageName).distinct())
                .contains(
                        "wit.c.d.v0_2.types", "wit.c.d.v0_2_3.types", "wit.c.d.v1.types", "wit.c.d.v1_1_0_rc_1.types");
    }

    private static String versioned(String version) {
        return "package c:d@" + version + ";\ninterface types { resource t { m: func() -> string; } f: func() -> t; }";
    }

    @Test
    void exportedFunctionsMayClash() {
        String main = "package a:b;\ninterface one { run: func() -> u8; two: func(); }\n"
                + "interface two { run: func() -> string; }\n"
                + "world w { export one; export two; export run: func() -> bool; export one-more: func(); }\n"
                + "world alone { export two: interface { two: func(); run: func(); } }\n"
                + "world labels { import first: one; import second: one; export first: one; export second: one; }\n"
                + "world imports { import one; }";

        Wit wit = Wit.of(main);
        assertCompiles(wit, "w");
        assertCompiles(wit, "alone");
        assertCompiles(wit, "labels");
        assertCompiles(wit, "imports");
    }

    @Test
    void namesThatFallTogetherAreToldApartWithAWarning() {
        String main = "package a:b;\nworld w { import i; }\ninterface i {\n"
                + "record foo-bar { a: u8 } record foobar { a: u8 }\n"
                + "record r { a-b: u8, aB: u8 }\n f: func(a: foo-bar, b: foobar); }";

        GeneratedSources generated = assertCompiles(Wit.of(main.replace(" aB: u8", " ab: u8")), "w");

        assertThat(generated.diagnostics()).extracting(Diagnostic::code).containsExactly("java-name-clash");
        assertThat(generated.diagnostics().get(0).labels()).hasSize(1);
        assertThat(generated.sources()).extracting(JavaSource::className).contains("FooBar", "Foobar_");
    }

    private static GeneratedSources assertCompiles(Wit wit, String world) {
        GeneratedSources generated = wit.generate(world);
        assertThat(generated.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
        Map<String, byte[]> classes = JavaCompiling.compile(generated.sources());
        assertThat(classes).isNotEmpty();
        return generated;
    }

    private static String source(GeneratedSources generated, String className) {
        return generated.sources().stream()
                .filter(source -> source.className().equals(className))
                .findFirst()
                .orElseThrow()
                .contents();
    }

    private static String each(String template, String separator) {
        return Stream.of(JAVA_WORDS.split(" "))
                .map(word -> template.replace("$", word))
                .collect(Collectors.joining(separator));
    }

    private static String times(int count, IntFunction<String> item) {
        return IntStream.range(0, count).mapToObj(item).collect(Collectors.joining(", "));
    }
}

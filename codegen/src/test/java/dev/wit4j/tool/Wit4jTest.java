package dev.wit4j.tool;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Wit4jTest {
    private static final String PACKAGE = """
            package a:b@1.0.0;

            interface i {
              f: func(a: list<u8>);
              @unstable(feature = next)
              g: func();
            }

            world w {
              import i;
            }
            """;

    @TempDir
    private Path directory;

    private record Result(int code, byte[] bytes, String err) {
        String out() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    private static Result run(byte[] in, Object... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        Console console = new Console(
                new ByteArrayInputStream(in),
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                false);
        int code = Wit4j.run(console, words);
        return new Result(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
    }

    private static Result run(Object... args) {
        return run(new byte[0], args);
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    @Test
    void checkSaysNothingAboutAPackageThatIsFine() throws IOException {
        assertThat(run("check", file("a.wit", PACKAGE)))
                .usingRecursiveComparison()
                .isEqualTo(new Result(0, new byte[0], ""));
    }

    @Test
    void brokenInputIsShownOnStandardErrorWithItsPlaceAndExitCodeOne() throws IOException {
        Result result = run("json", file("a.wit", "package a:b;\ninterface i {\n  f: func(a: missing);\n}\n"));
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.out()).isEmpty();
        assertThat(result.err()).contains("a.wit:3:14", "missing").doesNotContain("\u001b", "Exception");
    }

    @Test
    void aCallThatCannotBeMeantHasExitCodeTwo() throws IOException {
        Path file = file("a.wit", PACKAGE);
        assertThat(run().code()).isEqualTo(2);
        assertThat(run("juggle").code()).isEqualTo(2);
        assertThat(run("json").code()).isEqualTo(2);
        assertThat(run("json", "--no-such-option", file).code()).isEqualTo(2);
        Result missing = run("json", directory.resolve("nowhere.wit"));
        assertThat(missing.code()).isEqualTo(2);
        assertThat(missing.err()).contains("nowhere.wit");
        assertThat(run("check", file, "--world", "w").code()).isZero();
        assertThat(run("check", file, "--world", "nobody").code()).isEqualTo(2);
        Result world = run("print", file, "--importize", "--world", "nobody");
        assertThat(world.code()).isEqualTo(2);
        assertThat(world.err()).contains("`nobody`").contains("a:b/w@1.0.0");
    }

    @Test
    void aWrongCallIsToldWhatIsWrongWithIt() throws IOException {
        Path file = file("a.wit", PACKAGE);
        assertThat(run("chek", file).err()).contains("`chek`").contains("check, json");
        assertThat(run("json").err()).contains("PATH is missing").contains("wit4j json --help");
        assertThat(run("json", file, file).err()).contains("one path too many");
        assertThat(run("check", file, "--wrld", "w").err()).contains("no option --wrld");
        assertThat(run("check", file, "--world").err()).contains("--world needs a value");
        assertThat(run("check", file, "--strict=yes").err()).contains("no option --strict=yes");
        assertThat(run("check", file, "-w", "w", "--world=w").err()).contains("--world is given twice");
        assertThat(run("java", file).err()).contains("--out <DIR> is missing");
        assertThat(run("check", "a\0b").err()).contains("is no path");
    }

    @Test
    void valuesOfOptionsStandBesideOrBehindTheirNames() throws IOException {
        Path file = file("a.wit", PACKAGE);
        assertThat(run("check", "-w", "w", file).code()).isZero();
        assertThat(run("check", "--world", "w", file).code()).isZero();
        for (String world : new String[] {"-ww", "-w=w", "--world=w"}) {
            assertThat(run("check", world, file).code()).as(world).isZero();
            assertThat(run("check", world + "x", file).err()).as(world).contains("`wx`");
        }
    }

    @Test
    void whatFollowsTwoHyphensIsAPath() throws IOException {
        assertThat(run("check", "--", "--strict").err()).contains("no file or directory --strict");
    }

    @Test
    void helpShowsEveryCommandAndEveryOption() {
        Result tool = run("--help");
        assertThat(tool.code()).isZero();
        assertThat(tool.err()).isEmpty();
        assertThat(tool.out()).contains("check ", "json ", "print ", "format ", "semver-check ", "encode ", "java ");
        Result print = run("print", "--help", "--no-docs");
        assertThat(print.code()).isZero();
        assertThat(print.out())
                .contains(
                        "usage:  wit4j print [OPTION]... PATH", "--features <FEATURE>", "-w, --world <WORLD>", "PATH:")
                .satisfies(help -> assertThat(help.lines())
                        .allMatch(line -> line.stripTrailing().length() <= 100));
        assertThat(run("java", "-h").out()).contains("wit4j java --out <DIR> [OPTION]... PATH");
        assertThat(run("--version").out()).startsWith("wit4j ");
        assertThat(run("json", "-V").out()).startsWith("wit4j ");
    }

    @Test
    void jsonIsAloneOnStandardOutput() throws IOException {
        Result result = run("json", file("a.wit", "package a:b; interface i { f: func() -> (); }"));
        assertThat(result.code()).isZero();
        assertThat(result.out()).startsWith("{").endsWith("}\n");
        assertThat(result.err()).contains("warning");
        assertThat(run("json", "--strict", directory.resolve("a.wit")).code()).isEqualTo(1);
    }

    @Test
    void featuresAreSelectedByName() throws IOException {
        Path file = file("a.wit", PACKAGE);
        assertThat(run("print", file).out()).doesNotContain("g: func");
        assertThat(run("print", file, "--features", "other,next").out()).contains("g: func");
        assertThat(run("print", file, "--features", " other next").out()).contains("g: func");
        assertThat(run("print", file, "--all-features").out()).contains("g: func");
    }

    @Test
    void anEncodedPackageReadsBackAsTheSameText() throws IOException {
        Path file = file("a.wit", PACKAGE);
        Path binary = directory.resolve("a.wasm");
        assertThat(run("encode", file, "-o", binary).code()).isZero();
        assertThat(Files.readAllBytes(binary)).startsWith(0, 'a', 's', 'm');
        assertThat(run("print", binary).out()).isEqualTo(run("print", file).out());
        Result piped = run(run("encode", file).bytes(), "print", "-");
        assertThat(piped.out()).isEqualTo(run("print", file).out());
    }

    @Test
    void transformationsApplyToTheOnlyWorld() throws IOException {
        Path file = file("a.wit", PACKAGE);
        assertThat(run("print", file, "--exportize").out()).contains("world w-exportized {\n  export i;\n}");
        assertThat(run("json", file, "--exportize").out()).contains("\"w-exportized\"");
    }

    @Test
    void thePackageOfTheWorldThatIsTurnedIsPrintedFirst() throws IOException {
        Path file = file("a.wit", "package a:b;\npackage c:d { world w { export f: func(); } }\n");
        assertThat(run("print", file, "--importize-world", "c:d/w").out())
                .startsWith("package c:d;\n\nworld w-importized {\n  import f: func();\n}");
    }

    @Test
    void semverCheckComparesWorldsOfTwoPlaces() throws IOException {
        Path old = file("old.wit", PACKAGE);
        Path next = file("new.wit", PACKAGE.replace("1.0.0", "1.1.0").replace("list<u8>", "list<u16>"));
        Result result = run("semver-check", old, next);
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("function `f`", "has another type for its parameter `a`", "new.wit:4:3");
        assertThat(run("semver-check", old, old, "--world", "w").code()).isZero();
    }

    @Test
    void semverCheckOfOnePlaceNeedsAWorldToCompareWith() throws IOException {
        Path file = file("a.wit", "package a:b; world one { } world two { import f: func(); }");
        for (Object[] call : new Object[][] {{"semver-check", file}, {"semver-check", file, "-w", "one"}}) {
            Result result = run(call);
            assertThat(result.code()).isEqualTo(2);
            assertThat(result.err()).contains("--prev and --new");
        }
        assertThat(run("semver-check", file, "--prev", "one", "--new", "two").code())
                .isZero();
        assertThat(run("semver-check", file, "-w", "two", "--prev", "one").code())
                .isZero();
    }

    @Test
    void theWorldOfAllPassesIsNamedAsItIsInTheInput() throws IOException {
        Path file = file("a.wit", "package a:b;\ninterface i { f: func(); }\nworld w { export i; }\nworld other { }");
        for (String pass : new String[] {"--merge-by-semver", "--nominal-type-ids"}) {
            Result result = run("print", file, "--importize", pass, "--world", "w");
            assertThat(result.code()).as(result.err()).isZero();
            assertThat(result.out()).contains("world w-importized {\n  import i;\n}");
        }
        assertThat(run("print", file, "--importize", "--exportize", "--world", "w")
                        .out())
                .contains("world w-importized-exportized {\n  export i;\n}");
        assertThat(run("print", file, "--importize-world", "w", "--merge-world-imports-based-on-semver", "w-importized")
                        .code())
                .isZero();
    }

    @Test
    void whyAFileCannotBeReadOrWrittenIsSaid() throws IOException {
        Path file = file("a.wit", PACKAGE);
        Result nowhere = run("encode", file, "-o", directory.resolve("none/a.wasm"));
        assertThat(nowhere.code()).isEqualTo(1);
        assertThat(nowhere.err()).contains("cannot write", "none/a.wasm: there is no directory");
        assertThat(run("encode", file, "-o", directory).err())
                .contains("cannot write " + directory + ": ")
                .doesNotContain(directory + ": " + directory);
        assertThat(run("java", file, "--out", file.resolve("below")).err())
                .containsPattern("cannot write " + Pattern.quote(file + "/below") + "\\S*: \\w");
        Result device = run("json", "/dev/null");
        assertThat(device.code()).isEqualTo(1);
        assertThat(device.err()).contains("`/dev/null` is not a regular file");
    }

    @Test
    void javaIsWrittenBelowTheSourceRoot() throws IOException {
        Path out = directory.resolve("java");
        assertThat(run("java", file("a.wit", PACKAGE), "--world", "w", "--out", out)
                        .code())
                .isZero();
        assertThat(out.resolve("wit/a/b/v1/i/I.java")).content().contains("interface I");
    }

    @Test
    void namesOfTheGeneratedJavaCanBeSetByHand() throws IOException {
        Path out = directory.resolve("java");
        Path file = file(
                "a.wit",
                "package a:b;\ninterface i { record r { x-y: u8 } f: func() -> r; }\ninterface j { g: func(); }\n"
                        + "world w { import i; import j; }");
        Result result = run(
                "java",
                file,
                "--out",
                out,
                "--base-package",
                "com.acme",
                "--java-package",
                "a:b/j=org.elsewhere",
                "--java-name",
                "a:b/i#r=Row",
                "--java-name",
                "a:b/i#r.x-y=column",
                "--annotate",
                "a:b/i#r=com.acme.Audited");

        assertThat(result.err()).isEmpty();
        assertThat(out.resolve("com/acme/a/b/W.java")).exists();
        assertThat(out.resolve("org/elsewhere/J.java")).exists();
        assertThat(out.resolve("com/acme/a/b/i/Row.java"))
                .content()
                .contains("// Generated by wit4j ", "@Audited", "record Row(", "int column");
    }

    @Test
    void aMappingThatFitsNothingIsAWarning() throws IOException {
        Path file = file("a.wit", PACKAGE);
        Result result = run("java", file, "--out", directory.resolve("java"), "--java-name", "a:b/i@1.0.0#ff=call");
        assertThat(result.code()).isZero();
        assertThat(result.err()).contains("warning[", "`a:b/i@1.0.0#ff`", "`call`", "did you mean `a:b/i@1.0.0#f`?");
    }

    @Test
    void aMappingThatIsNoneHasExitCodeTwoAndSaysWhy() throws IOException {
        Path file = file("a.wit", PACKAGE);
        assertCall("`a:b`", file, "--java-package", "a:b");
        assertCall("`a..b`", file, "--base-package", "a..b");
        assertCall("`class`", file, "--java-name", "a:b/i@1.0.0#f=class");
        assertCall("`notify`", file, "--java-name", "a:b/i@1.0.0#f=notify");
        assertCall("`one` and `two`", file, "--java-package", "a:b=one", "--java-package", "a:b=two");
        assertCall("`Audited`", file, "--annotate", "a:b/i@1.0.0#r=Audited");
        assertCall("--world and --package", file, "--world", "w", "--package", "a:b");
        assertCall("there is no package `c:d`: known are `a:b@1.0.0`", file, "--package", "c:d");
    }

    private void assertCall(String message, Path file, Object... options) {
        var args = new ArrayList<Object>(List.of("java", file, "--out", directory.resolve("none")));
        args.addAll(List.of(options));
        Result result = run(args.toArray());
        assertThat(result.code()).as(result.err()).isEqualTo(2);
        assertThat(result.err()).contains(message);
        assertThat(directory.resolve("none")).doesNotExist();
    }

    @Test
    void packagesAreGeneratedWholeWithoutAWorld() throws IOException {
        Path out = directory.resolve("java");
        assertThat(run("java", file("a.wit", PACKAGE), "--package", "a:b", "--out", out)
                        .code())
                .isZero();
        assertThat(out.resolve("wit/a/b/v1/i/I.java")).exists();
        assertThat(out.resolve("wit/a/b/v1/W.java")).doesNotExist();

        Path alone = directory.resolve("alone");
        assertThat(run("java", file("b.wit", "package c:d; interface j { f: func(); }"), "--out", alone)
                        .code())
                .isZero();
        assertThat(alone.resolve("wit/c/d/j/J.java")).exists();
    }

    @Test
    void whatNoComponentMayContainIsRefusedWhereOneIsToBeMade() throws IOException {
        Path file = file("a.wit", "package a:b; interface i { record r { } }");
        assertThat(run("print", file).code()).isZero();
        for (String command : new String[] {"check", "encode"}) {
            Result result = run(command, file);
            assertThat(result.code()).isEqualTo(1);
            assertThat(result.bytes()).isEmpty();
            assertThat(result.err()).contains("a.wit:1:");
        }
    }

    @Test
    void formatRewritesFilesThatAreNotTidyAndCheckOnlyNamesThem() throws IOException {
        Path file = file("a.wit", "package a:b; // why\ninterface i {}\n");
        Path untidy = file("b.wit", "package a:b;interface j{}");
        Result check = run("format", "--check", directory);
        assertThat(check.code()).isEqualTo(1);
        assertThat(check.err()).contains("b.wit is not formatted").doesNotContain("a.wit");
        assertThat(run("format", directory).code()).isZero();
        assertThat(untidy).hasContent("package a:b;\ninterface j {}\n");
        assertThat(file).hasContent("package a:b; // why\ninterface i {}\n");
        assertThat(run("format", "--check", directory).code()).isZero();
        Result piped = run("package a:b;interface j{}".getBytes(StandardCharsets.UTF_8), "format", "-");
        assertThat(piped.out()).isEqualTo("package a:b;\ninterface j {}\n");
    }
}

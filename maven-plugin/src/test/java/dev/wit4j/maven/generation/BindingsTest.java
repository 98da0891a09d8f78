package dev.wit4j.maven.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.WitParser;
import dev.wit4j.parser.binary.WitBinary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BindingsTest {
    private static final String[] CLOCK = {
        "package it:clock@0.2.3;", "interface time { record at { s: u64 } now: func() -> at; zone: func() -> string; }"
    };

    @TempDir
    Path temporary;

    private TestInputs project;
    private TestInputs library;

    @BeforeEach
    void prepare() throws Exception {
        project = new TestInputs(Files.createDirectory(temporary.resolve("project")));
        library = new TestInputs(Files.createDirectory(temporary.resolve("library")));
    }

    @Test
    void withoutAWordOfTheBuildFileEveryWorldOfTheOwnPackageIsGenerated() throws Exception {
        project.write("a.wit", "package it:demo;", "world one { import f: func(); }", "world two { export g: func(); }")
                .write("deps/other.wit", "package it:other;", "world three {}");
        assertThat(project.java()).containsKeys("wit/it/demo/One.java", "wit/it/demo/Two.java");
        assertThat(project.java().keySet()).noneMatch(path -> path.contains("other"));
    }

    @Test
    void aPackageWithoutWorldsIsGeneratedWhole() throws Exception {
        assertThat(library.write("a.wit", CLOCK).java()).containsKey("wit/it/clock/v0_2/time/Time.java");
    }

    @Test
    void packagesOfDepsAreGeneratedWithoutAnOwnOneInEveryVersion() throws Exception {
        project.write("deps/a/a.wit", "package it:a@0.1.0;", "interface i { f: func(); }")
                .write("deps/b/b.wit", "package it:a@0.2.0-draft;", "interface i { f: func(); }");
        assertThat(project.java(TestInputs.request(project.base, List.of(), List.of("it:a"))))
                .containsKeys("wit/it/a/v0_1/i/I.java", "wit/it/a/v0_2_0_draft/i/I.java");
        assertThatThrownBy(() -> project.java())
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("only packages in deps/");
    }

    @Test
    void classesOfADependencyAreNamedAndNotGenerated() throws Exception {
        project.write("a.wit", "package it:demo;", "world demo { import it:clock/time@0.2.3; }")
                .dependOn("it:library:1", library.write("a.wit", CLOCK));
        assertThat(project.java()).containsOnlyKeys("wit/it/demo/Demo.java");
        assertThat(project.java().get("wit/it/demo/Demo.java")).contains("import wit.it.clock.v0_2.time.Time;");
    }

    @Test
    void theJavaPackageOfADependencyGoesBeforeTheRules() throws Exception {
        var packages = new TreeMap<String, String>();
        packages.put("it:clock/time@0.2.3", "com.acme.time");
        library.write("a.wit", CLOCK);
        GenerationRequest request = TestInputs.request(library.base);
        var mapped = new GenerationRequest(
                "1.0",
                "1.0",
                request.selection(),
                new JavaOptions("wit", packages, new TreeMap<>(), new TreeMap<>(), StandardCharsets.UTF_8),
                Optional.empty(),
                request.folders());
        assertThat(library.java(mapped)).containsKey("com/acme/time/Time.java");
    }

    @Test
    void aMappingThatFitsNothingIsOneWarningForAllWorldsAndFailsAStrictBuild() throws Exception {
        var names = new TreeMap<String, String>();
        names.put("it:demo/api#gett", "fetch");
        project.write(
                "a.wit",
                "package it:demo;",
                "interface api { get: func(); }",
                "world one { import api; }",
                "world two { export api; }");
        project.java(withNames(project, names, false));
        assertThat(project.findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains("`it:demo/api#gett`", "`fetch`", "did you mean `it:demo/api#get`?"));
        assertThatThrownBy(() -> project.java(withNames(project, names, true)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("`it:demo/api#gett`");
    }

    private static GenerationRequest withNames(TestInputs inputs, TreeMap<String, String> names, boolean strict) {
        GenerationRequest request = TestInputs.request(inputs.base);
        return new GenerationRequest(
                "1.0",
                "1.0",
                new Selection(List.of(), List.of(), new TreeSet<>(), false, strict),
                new JavaOptions("wit", new TreeMap<>(), names, new TreeMap<>(), StandardCharsets.UTF_8),
                Optional.empty(),
                request.folders());
    }

    @Test
    void aLaterVersionOfTheTrackServesForWhatIsImported() throws Exception {
        project.write("a.wit", "package it:demo;", "world demo { import it:clock/time@0.2.1; }")
                .write("deps/clock.wit", "package it:clock@0.2.1;", "interface time { zone: func() -> string; }")
                .dependOn("it:library:1", library.write("a.wit", CLOCK));
        assertThat(project.java()).containsOnlyKeys("wit/it/demo/Demo.java");
    }

    @Test
    void whatIsExportedHasToBeTheSame() throws Exception {
        project.write("a.wit", "package it:demo;", "world demo { export it:clock/time@0.2.1; }")
                .write("deps/clock.wit", "package it:clock@0.2.1;", "interface time { zone: func() -> string; }")
                .dependOn("it:library:1", library.write("a.wit", CLOCK));
        assertThatThrownBy(project::java)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("have another shape");
        assertThat(project.findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.details()).contains("- now: func() -> at"));
    }

    @Test
    void anEarlierVersionOfTheTrackIsRefused() throws Exception {
        project.write("a.wit", "package it:demo;", "world demo { import it:clock/time@0.2.4; }")
                .write("deps/clock.wit", "package it:clock@0.2.4;", "interface time { zone: func() -> string; }")
                .dependOn("it:library:1", library.write("a.wit", CLOCK));
        assertThatThrownBy(project::java).hasMessageContaining("are older than what is needed, `it:clock/time@0.2.4`");
    }

    @Test
    void anotherTrackHasClassesOfItsOwn() throws Exception {
        project.write("a.wit", "package it:demo;", "world demo { import it:clock/time@0.3.0; }")
                .write("deps/clock.wit", "package it:clock@0.3.0;", "interface time { zone: func() -> string; }")
                .dependOn("it:library:1", library.write("a.wit", CLOCK));
        assertThat(project.java()).containsKey("wit/it/clock/v0_3/time/Time.java");
    }

    @Test
    void ofTwoVersionsOfATrackThatOfTheDependencyIsReusedAndTheOtherGeneratedWithItsWholeVersion() throws Exception {
        project.write(
                        "a.wit",
                        "package it:demo;",
                        "interface both { use it:clock/time@0.2.1.{at}; use it:clock/time@0.2.3.{at as later};"
                                + " f: func(x: at) -> later; }",
                        "world demo { import it:clock/time@0.2.1; import it:clock/time@0.2.3; export both; }")
                .write("deps/clock1.wit", "package it:clock@0.2.1;", "interface time { record at { s: u32 } }")
                .write("deps/clock3.wit", CLOCK)
                .dependOn("it:library:1", library.write("a.wit", CLOCK));
        assertThat(project.java())
                .containsKey("wit/it/clock/v0_2_1/time/At.java")
                .doesNotContainKey("wit/it/clock/v0_2/time/At.java");
        assertThat(project.java().get("wit/it/demo/both/Both.java"))
                .contains("import wit.it.clock.v0_2.time.At;", "wit.it.clock.v0_2_1.time.At x");
    }

    @Test
    void aDependencyMayHaveTwoVersionsOfATrack() throws Exception {
        library.write("a.wit", CLOCK)
                .write("deps/clock.wit", "package it:clock@0.2.1;", "interface time { record at { s: u32 } }");
        project.write("a.wit", "package it:demo;", "interface i { use it:clock/time@0.2.1.{at}; f: func() -> at; }")
                .dependOn("it:library:1", library, TestInputs.request(library.base, List.of(), List.of("it:clock")));
        assertThat(project.java().get("wit/it/demo/i/I.java")).contains("import wit.it.clock.v0_2_1.time.At;");
        assertThat(project.java().keySet()).noneMatch(path -> path.contains("clock"));
    }

    @Test
    void whatTwoDependenciesShipAlikeIsNoConflict() throws Exception {
        project.write("a.wit", "package it:demo;", "world demo { import it:clock/time@0.2.3; }")
                .dependOn("it:one:1", library.write("a.wit", CLOCK))
                .dependOn("it:two:1", library);
        assertThat(project.java()).containsOnlyKeys("wit/it/demo/Demo.java");
    }

    @Test
    void theSamePackageTwiceInDepsIsOne() throws Exception {
        project.write("a.wit", "package it:demo;", "world demo { import it:clock/time@0.2.3; }")
                .write("deps/one/clock.wit", CLOCK)
                .write("deps/two/clock.wit", CLOCK);
        assertThat(project.java()).containsKey("wit/it/clock/v0_2/time/Time.java");
    }

    @Test
    void whatTheEncodingCannotExpressIsEscaped() throws Exception {
        project.write("a.wit", "package it:demo;", "/// Grüße 🎈", "world demo { import f: func(); }");
        GenerationRequest request = TestInputs.request(project.base);
        var ascii = new GenerationRequest(
                "1.0",
                "1.0",
                request.selection(),
                new JavaOptions("wit", new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), StandardCharsets.US_ASCII),
                Optional.empty(),
                request.folders());
        assertThat(project.java(ascii).get("wit/it/demo/Demo.java")).contains("Gr\\u00fc\\u00dfe \\ud83c\\udf88");
        assertThat(project.java().get("wit/it/demo/Demo.java")).contains("Grüße 🎈");
    }

    @Test
    void aTypeHasTheAnnotationsOfTheBuildFile() throws Exception {
        var annotations = new TreeMap<String, List<String>>();
        annotations.put("it:clock/time@0.2.3#at", List.of("java.lang.Deprecated"));
        library.write("a.wit", CLOCK);
        GenerationRequest request = TestInputs.request(library.base);
        var annotated = new GenerationRequest(
                "1.0",
                "1.0",
                request.selection(),
                new JavaOptions("wit", new TreeMap<>(), new TreeMap<>(), annotations, StandardCharsets.UTF_8),
                Optional.empty(),
                request.folders());
        assertThat(library.java(annotated).get("wit/it/clock/v0_2/time/At.java"))
                .contains("@Deprecated");
    }

    @Test
    void whatNoComponentMayContainIsRefusedAtItsPlace() throws Exception {
        project.write("a.wit", "package it:demo;", "interface i { record empty {} }");
        assertThatThrownBy(project::java)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("a.wit:[2,22]");
    }

    @Test
    void anEncodedPackageInDepsIsUsedLikeText() throws Exception {
        var clock = new WitParser(ParseOptions.DEFAULT)
                .parse(PackageInput.Text.of("clock.wit", String.join("\n", CLOCK)), List.of());
        byte[] encoded = WitBinary.encode(
                clock.resolve().orElseThrow(), clock.mainPackage().orElseThrow());
        project.write("a.wit", "package it:demo;", "world demo { import it:clock/time@0.2.3; }");
        Files.createDirectories(project.base.resolve("wit/deps"));
        Files.write(project.base.resolve("wit/deps/clock.wasm"), encoded);
        assertThat(project.java()).containsKey("wit/it/clock/v0_2/time/Time.java");
    }

    @Test
    void textThatIsNotUtf8IsRefusedWithItsName() throws Exception {
        project.write("a.wit", "package it:demo;");
        Files.write(project.base.resolve("wit/b.wit"), new byte[] {'/', '/', (byte) 0xfc, '\n'});
        assertThatThrownBy(project::java)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("b.wit is no text in UTF-8");
    }

    @Test
    void classesWithATypeOfAnotherTrackAreRefused() throws Exception {
        usesRecordOf(library, "1.0.0");
        usesRecordOf(project, "2.0.0").dependOn("it:library:1", library);
        assertThatThrownBy(project::java).hasMessageContaining("have another shape");
        assertThat(project.findings)
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.details()).contains("- rec = it:y/t@v1.rec", "+ rec = it:y/t@v2.rec"));
    }

    @Test
    void anIndexThatSaysNoTracksIsReadAsFarAsItGoes() throws Exception {
        usesRecordOf(library, "1.0.0");
        usesRecordOf(project, "1.0.0").dependOn("it:library:1", library);
        Path index = project.base.resolve("dependency0/META-INF/wit/index.json");
        String text = Files.readString(index);
        Files.writeString(
                index, text.replace("\"format\" : 2", "\"format\" : 1").replaceAll("@v\\d+", ""));
        assertThat(text).contains("it:y/t@v1.rec");
        assertThat(project.java()).containsOnlyKeys("wit/it/demo/Demo.java");
    }

    /** A world that imports an interface with a type of another package, of which there are versions. */
    private static TestInputs usesRecordOf(TestInputs inputs, String version) throws Exception {
        return inputs.write("a.wit", "package it:demo;", "world demo { import it:x/i@1.0.0; }")
                .write("deps/y/y.wit", "package it:y@" + version + ";", "interface t { record rec { x: u8 } }")
                .write(
                        "deps/x/x.wit",
                        "package it:x@1.0.0;",
                        "interface i { use it:y/t@" + version + ".{rec}; f: func() -> rec; }");
    }

    @Test
    void namesThatADependencySetByHandAreItsNames() throws Exception {
        var names = new TreeMap<String, String>();
        names.put("it:clock/time@0.2.3#at", "Moment");
        names.put("it:clock/time@0.2.3#zone", "place");
        library.write("a.wit", CLOCK);
        project.write(
                        "a.wit",
                        "package it:demo;",
                        "interface k { use it:clock/time@0.2.1.{at}; g: func() -> at; }",
                        "world demo { export k; }")
                .write(
                        "deps/clock.wit",
                        "package it:clock@0.2.1;",
                        "interface time { record at { s: u64 } now: func() -> at; }")
                .dependOn("it:library:1", library, withNames(library, names, false));
        assertThat(project.java().get("wit/it/demo/k/K.java")).contains("import wit.it.clock.v0_2.time.Moment;");
        assertThat(project.findings).isEmpty();
    }

    @Test
    void dependenciesWithOtherNamesForOneInterfaceDisagree() throws Exception {
        var names = new TreeMap<String, String>();
        names.put("it:clock/time@0.2.3#at", "Moment");
        library.write("a.wit", CLOCK);
        project.write("a.wit", "package it:demo;", "world demo { import it:clock/time@0.2.3; }")
                .dependOn("it:one:1", library)
                .dependOn("it:two:1", library, withNames(library, names, false));
        assertThatThrownBy(project::java).hasMessageContaining("two dependencies have different classes");
        assertThat(project.findings)
                .singleElement()
                .satisfies(finding -> assertThat(finding.details()).contains("at=Moment"));
    }

    @Test
    void anExceptionThatADependencyHasNotIsGeneratedWithWhatThrowsIt() throws Exception {
        String types = "interface types { enum err { no } f: func() -> err; }";
        library.write("a.wit", "package it:errors@1.0.0;", types);
        project.write(
                        "a.wit",
                        "package it:demo;",
                        "interface k { use it:errors/types@1.0.0.{err}; g: func() -> result<_, err>; }",
                        "world demo { export k; }")
                .write(
                        "deps/errors.wit",
                        "package it:errors@1.0.0;",
                        types,
                        "interface ops { use types.{err}; run: func() -> result<_, err>; }")
                .dependOn("it:library:1", library);
        assertThat(project.java()).containsKey("wit/it/demo/k/ErrException.java");
        assertThat(project.java().keySet()).noneMatch(path -> path.contains("errors"));
    }

    @Test
    void anExceptionThatADependencyHasIsUsedWhateverIsKnownOfWhatThrowsIt() throws Exception {
        String types = "interface types { enum err { no } f: func() -> err; }";
        library.write(
                "a.wit",
                "package it:errors@1.0.0;",
                types,
                "interface ops { use types.{err}; run: func() -> result<_, err>; }");
        project.write(
                        "a.wit",
                        "package it:demo;",
                        "interface k { use it:errors/types@1.0.0.{err}; g: func() -> result<_, err>; }",
                        "world demo { export k; }")
                .write("deps/errors.wit", "package it:errors@1.0.0;", types)
                .dependOn("it:library:1", library);
        assertThat(project.java().get("wit/it/demo/k/K.java")).contains("import wit.it.errors.v1.types.ErrException;");
    }

    @Test
    void aDamagedIndexIsRefusedWithTheNameOfItsDependency() throws Exception {
        project.write("a.wit", "package it:demo;", "world demo { import it:clock/time@0.2.3; }")
                .dependOn("it:library:1", library.write("a.wit", CLOCK));
        Path index = project.base.resolve("dependency0/META-INF/wit/index.json");
        String text = Files.readString(index);
        for (String damaged : List.of(text.substring(0, 40), "{}", "[1]", text.replace("it:clock@0.2.3", "clock"))) {
            Files.writeString(index, damaged);
            assertThatThrownBy(project::java)
                    .as(damaged)
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("it:library:1 is damaged");
        }
        Files.writeString(index, text.replace("\"format\" : 2", "\"format\" : 3"));
        assertThatThrownBy(project::java).hasMessageContaining("made by a newer wit4j");
    }
}

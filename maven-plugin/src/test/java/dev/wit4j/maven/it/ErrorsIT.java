package dev.wit4j.maven.it;

import static dev.wit4j.maven.it.TestProject.execution;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ErrorsIT {
    private static final String WORLD = "src/main/wit/world.wit";

    @Test
    void everyMistakeInWitIsReportedAtItsPlaceAndNothingIsWritten() throws Exception {
        TestProject project = TestProject.create("errors")
                .pom("errors", execution("generate"))
                .write(WORLD, "package it:demo;", "world demo { export api; }", "interface api { a: func() -> u8; }");
        project.maven("generate-sources").succeeds();
        FolderState before = FolderState.of(project.path("target/generated-sources"));

        project.write(
                "src/main/wit/more.wit",
                "interface one { a: func() -> missing; }",
                "interface two { b: func(x: absent); }");
        project.maven("generate-sources")
                .fails()
                .says("2 errors in WIT:")
                .says("[ERROR] " + project.path("src/main/wit/more.wit") + ":[1,30] ")
                .says("[ERROR] " + project.path("src/main/wit/more.wit") + ":[2,28] ")
                .says("interface two { b: func(x: absent); }")
                .says("MojoFailureException")
                .doesNotSay("MojoExecutionException", "\tat dev.wit4j");
        assertThat(FolderState.of(project.path("target/generated-sources"))).isEqualTo(before);

        project.delete("src/main/wit/more.wit");
        project.maven("generate-sources").succeeds().says("up to date");
    }

    @Test
    void aMistakeOfEachKindIsAFailureThatSaysWhere() throws Exception {
        TestProject build = TestProject.create("kinds")
                .aggregator(
                        "kinds",
                        "syntax",
                        "unknown",
                        "empty",
                        "limit",
                        "encoded",
                        "latin",
                        "two",
                        "annotation",
                        "class");
        build.module("syntax")
                .pom("syntax", execution("generate"))
                .write(WORLD, "package it:demo;", "world demo { export }");
        build.module("unknown")
                .pom("unknown", execution("generate"))
                .write(WORLD, "package it:demo;", "world demo { import it:nowhere/api; }");
        build.module("empty")
                .pom("empty", execution("generate"))
                .write(WORLD, "package it:demo;", "interface api { record nothing {} }");
        String parameters =
                IntStream.range(0, 300).mapToObj(i -> "p" + i + ": u8").collect(Collectors.joining(", "));
        build.module("limit")
                .pom("limit", execution("generate"))
                .write(WORLD, "package it:demo;", "interface api { f: func(" + parameters + "); }");
        build.module("encoded")
                .pom("encoded", execution("generate"))
                .write(WORLD, "package it:demo;", "world demo {}")
                .write("src/main/wit/deps/broken.wasm", "\0asm and then nothing");
        build.module("latin")
                .pom("latin", execution("generate"))
                .writeBytes(WORLD, new byte[] {'/', '/', (byte) 0xfc, '\n'});
        String mapped = "<nameMappings><mapping><wit>it:demo/api#f</wit><java>g</java></mapping></nameMappings>";
        build.module("two")
                .pom(
                        "two",
                        execution("one", "generate", new String[] {})
                                + execution("other", "generate", new String[] {mapped}))
                .write(WORLD, "package it:demo;", "interface api { f: func(); }");
        build.module("annotation")
                .pom(
                        "annotation",
                        execution(
                                "generate",
                                "<annotations><annotation><wit>it:demo/api#r</wit><java>No Class</java></annotation>"
                                        + "</annotations>"))
                .write(WORLD, "package it:demo;", "interface api { record r { a: u8 } }");
        build.module("class")
                .pom("class", execution("generate", "<componentProvider>com.acme.no-class</componentProvider>"))
                .write(WORLD, "package it:demo;", "world demo {}");

        build.maven("--fail-at-end", "generate-sources")
                .fails()
                .says("[ERROR] " + build.path("syntax/" + WORLD) + ":[2,21] ")
                .says("[ERROR] " + build.path("unknown/" + WORLD) + ":[2,21] ", "it:nowhere")
                .says("[ERROR] " + build.path("empty/" + WORLD) + ":[2,24] ")
                .says("[ERROR] " + build.path("limit/" + WORLD) + ":[2,17] ", "Java has no room for 300 ")
                .says("broken.wasm")
                .says(build.path("latin/" + WORLD) + " is no text in UTF-8")
                .says("Two executions generate", "Api.java differently")
                .says("Cannot generate with these annotations", "No Class")
                .says("`com.acme.no-class`, which componentProvider names, is no name of a class")
                .says("MojoFailureException")
                .doesNotSay("MojoExecutionException", "\tat dev.wit4j");
    }

    @Test
    void aFileThatCannotBeWrittenIsAFaultOfTheBuildAndNotOfTheUser() throws Exception {
        TestProject project = TestProject.create("faults")
                .pom("faults", execution("generate"))
                .write(WORLD, "package it:demo;", "world demo { export run: func(); }")
                .write("target/generated-sources/wit/wit", "a file where a folder has to be");
        project.maven("generate-sources")
                .fails()
                .says("Cannot read or write a file", project.generated("wit").toString())
                .says("MojoExecutionException")
                .doesNotSay("MojoFailureException", "\tat dev.wit4j");
        assertThat(FolderState.of(project.path("target/generated-resources")).files())
                .isEmpty();
    }

    @Test
    void mistakesInTheBuildFileSayWhatToDo() throws Exception {
        TestProject project = TestProject.create("build file").pom("mistakes", execution("generate"));
        project.maven("generate-sources")
                .fails()
                .says("There is no folder", "set witDirectory to where it is", "MojoFailureException");

        project.write(WORLD, "package it:demo;", "world demo { export run: func() -> (); }");
        project.maven("generate-sources", "-Dwit4j.worlds=other")
                .fails()
                .says("Cannot generate the world `other`", "it:demo/demo");
        project.maven("generate-sources", "-Dwit4j.packages=a:b")
                .fails()
                .says("There is no package `a:b`. There are: it:demo");
        project.maven("generate-sources", "-Dwit4j.basePackage=com.new.x")
                .fails()
                .says("holds a word of the Java language, `new`");
        project.maven("generate-sources", "-Dencoding=utf-99").fails().says("The encoding `utf-99` is not known");
        project.maven("generate-sources", "-Dwit4j.strict").fails().says("world.wit:[2,");
        assertThat(project.path("target/generated-sources")).doesNotExist();
        project.maven("generate-sources", "-Dwit4j.skip").succeeds().says("Skipping");
        project.maven("generate-sources").succeeds().says("[WARNING]", "world.wit:[2,");
    }

    @Test
    void inEclipseMistakesAreToldToItsEditor() throws Exception {
        TestProject project = TestProject.create("eclipse")
                .pom("eclipse", execution("generate"))
                .write(WORLD, "package it:demo;", "world demo { import f: func() -> missing; }");
        // The build context of the command line prints what that of Eclipse makes a marker of, in a form of its own.
        project.maven("generate-sources", "-Dm2e.version=2.6.1")
                .fails()
                .says(project.path(WORLD) + " [2:34]: ")
                .says("MojoFailureException");
    }
}

package dev.wit4j.maven.it;

import static dev.wit4j.maven.it.TestProject.execution;
import static org.assertj.core.api.Assertions.assertThat;

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
}

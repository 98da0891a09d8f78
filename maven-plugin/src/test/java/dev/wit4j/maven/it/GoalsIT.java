package dev.wit4j.maven.it;

import static dev.wit4j.maven.it.TestProject.execution;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GoalsIT {
    private static final String WORLD = "src/main/wit/world.wit";

    @Test
    void testSourcesUseWhatTheClassesHave() throws Exception {
        TestProject project = TestProject.create("test sources")
                .pom("tests", execution("generate") + execution("generate-test"))
                .write(WORLD, "package it:demo;", "interface api { a: func() -> u8; }", "world demo { export api; }")
                .write(
                        "src/test/wit/world.wit",
                        "package it:probe;",
                        "world probe { import it:demo/api; export check: func() -> bool; }");
        project.maven("test-compile", "-Dmaven.test.skip=false").succeeds();
        assertThat(project.path("target/test-classes/wit/it/probe/Probe.class")).exists();
        assertThat(project.path("target/test-classes/wit/it/demo")).doesNotExist();
        assertThat(project.path("target/classes/wit/it/probe")).doesNotExist();
    }

    @Test
    void executionsShareWhatTheyBothGenerateAndClearUpBehindThoseThatAreGone() throws Exception {
        String first = execution("one", "generate", new String[] {"<worlds><world>one</world></worlds>"});
        String second = execution("two", "generate", new String[] {"<worlds><world>two</world></worlds>"});
        TestProject project = TestProject.create("executions")
                .pom("executions", first + second)
                .write(
                        WORLD,
                        "package it:demo;",
                        "interface api { a: func() -> u8; }",
                        "world one { import api; }",
                        "world two { import api; }");
        project.maven("compile").succeeds();
        assertThat(project.generated("wit/it/demo/One.java")).exists();
        assertThat(project.generated("wit/it/demo/Two.java")).exists();
        project.maven("compile").succeeds().doesNotSay("written").says("Nothing to compile");

        project.pom("executions", first);
        project.maven("compile").succeeds();
        assertThat(project.generated("wit/it/demo/One.java")).exists();
        assertThat(project.generated("wit/it/demo/api/Api.java")).exists();
        assertThat(project.generated("wit/it/demo/Two.java")).doesNotExist();
    }

    @Test
    void witIsCheckedPrintedAndCompared() throws Exception {
        TestProject project = TestProject.create("goals")
                .pom("goals", execution("generate"))
                .write(WORLD, "package it:demo@1.1.0;", "world demo { import log: func(line: string); }")
                .write("previous/world.wit", "package it:demo@1.0.0;", "world demo { export run: func(); }");
        String plugin = "dev.wit4j:wit4j-maven-plugin:" + System.getProperty("wit4j.version") + ":";
        project.maven(plugin + "check").succeeds().says("worlds 1");
        project.maven(plugin + "print").succeeds().says("import log: func(line: string);");
        project.maven(plugin + "json", "-Dwit4j.outputFile=target/wit.json").succeeds();
        assertThat(project.path("target/wit.json")).content().contains("\"name\": \"it:demo@1.1.0\"");
        project.maven("--offline", plugin + "semver-check").succeeds().says("no earlier release");
        project.maven(plugin + "semver-check", "-Dwit4j.previousDirectory=previous")
                .succeeds()
                .says("Compatible with the earlier release, compared: worlds 1");
        project.write(WORLD, "package it:demo@1.1.0;", "world demo { export run: func(); export more: func(); }");
        project.maven(plugin + "semver-check", "-Dwit4j.previousDirectory=previous")
                .fails()
                .says("world.wit:[2,", "export `more`", "is new");
        project.write(WORLD, "package it:demo@2.0.0;", "world demo { export run: func(); export more: func(); }");
        project.maven(plugin + "semver-check", "-Dwit4j.previousDirectory=previous")
                .succeeds()
                .says("promises nothing");
        project.maven(plugin + "help", "-Ddetail", "-Dgoal=generate").succeeds().says("witDirectory");
    }

    @Test
    void filesOfTheProjectAreFormattedAndThoseInDepsAreNot() throws Exception {
        String untidy = "package it:demo; world demo{import   log: func(line:string);} // end";
        TestProject project = TestProject.create("format")
                .pom("format", execution("generate"))
                .write(WORLD, untidy)
                .write("src/main/wit/deps/other.wit", "package   it:other;");
        String plugin = "dev.wit4j:wit4j-maven-plugin:" + System.getProperty("wit4j.version") + ":";
        project.maven(plugin + "format-check").fails().says("Files that are not formatted:", "world.wit");
        assertThat(project.path(WORLD)).hasContent(untidy);
        project.maven(plugin + "format").succeeds().says("Formatted 1 of 1 files");
        assertThat(project.path(WORLD)).content().contains("  import log: func(line: string);", "// end");
        assertThat(project.path("src/main/wit/deps/other.wit")).hasContent("package   it:other;");
        project.maven(plugin + "format-check").succeeds().says("All files are formatted: 1");
    }
}

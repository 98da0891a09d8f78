package dev.wit4j.maven.it;

import static dev.wit4j.maven.it.TestProject.dependency;
import static dev.wit4j.maven.it.TestProject.execution;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReuseIT {
    private static final String WORLD = "src/main/wit/world.wit";
    private static final String[] CLOCK = {
        "package it:clock@0.2.3;", "interface time { now: func() -> u64; zone: func() -> string; }"
    };

    @Test
    void bindingsOfADependencyAreUsedAndNotGeneratedAgain() throws Exception {
        TestProject build = TestProject.create("reuse").aggregator("reuse", "library", "component", "copied");
        build.module("library").pom("library", execution("generate")).write(WORLD, CLOCK);
        build.module("component")
                .pom("component", dependency("it:library:1.0"), execution("generate"))
                .write(WORLD, "package it:demo;", "world demo { import it:clock/time@0.2.3; export run: func(); }")
                .write(
                        "src/main/java/demo/Component.java",
                        "package demo;",
                        "public record Component(wit.it.clock.v0_2.time.Time time) implements wit.it.demo.Demo.Guest {",
                        "  @Override public void run() { time.now(); }",
                        "}");
        build.module("copied")
                .pom("copied", dependency("it:library:1.0"), execution("generate"))
                .write(WORLD, "package it:copied;", "world demo { import it:clock/time@0.2.1; }")
                .write(
                        "src/main/wit/deps/clock.wit",
                        "package it:clock@0.2.1;",
                        "interface time { now: func() -> u64; }");

        build.maven("-T2", "package").succeeds();
        assertThat(build.path("library/target/classes/META-INF/wit/it.clock@0.2.3/world.wit"))
                .exists();
        assertThat(build.path("component/target/classes/wit/it/demo/Demo.class"))
                .exists();
        assertThat(build.path("component/target/generated-sources/wit/wit/it/clock"))
                .doesNotExist();
        assertThat(build.path("component/target/classes/META-INF/wit/it.clock@0.2.3"))
                .doesNotExist();
        assertThat(build.path("copied/target/generated-sources/wit/wit/it/copied/Demo.java"))
                .content()
                .contains("import wit.it.clock.v0_2.time.Time;");
        assertThat(build.path("copied/target/generated-sources/wit/wit/it/clock"))
                .doesNotExist();
    }

    @Test
    void aShapeThatDoesNotFitIsShownAsADifference() throws Exception {
        TestProject build =
                TestProject.create("conflict").aggregator("conflict", "library", "other", "differs", "both");
        build.module("library").pom("library", execution("generate")).write(WORLD, CLOCK);
        build.module("other")
                .pom("other", execution("generate"))
                .write(WORLD, "package it:clock@0.2.3;", "interface time { now: func() -> string; }");
        build.module("differs")
                .pom("differs", dependency("it:library:1.0"), execution("generate"))
                .write(WORLD, "package it:differs;", "world demo { import it:clock/time@0.2.3; }")
                .write(
                        "src/main/wit/deps/clock.wit",
                        "package it:clock@0.2.3;",
                        "interface time { now: func() -> s64; }");
        build.module("both")
                .pom("both", dependency("it:library:1.0") + dependency("it:other:1.0"), execution("generate"))
                .write(WORLD, "package it:both;", "world demo { import it:clock/time@0.2.3; }");

        build.maven("--fail-at-end", "compile")
                .fails()
                .says("clock.wit:[2,11] the classes of `it:clock/time@0.2.3` in it:library:1.0 have another shape")
                .says("- now: func() -> u64", "+ now: func() -> s64")
                .says(
                        "two dependencies have different classes of `it:clock/time@0.2.3`: it:library:1.0 and it:other:1.0")
                .says("+ now: func() -> string");
        assertThat(build.path("differs/target/generated-sources/wit")).doesNotExist();
        assertThat(build.path("both/target/generated-sources/wit")).doesNotExist();
    }
}

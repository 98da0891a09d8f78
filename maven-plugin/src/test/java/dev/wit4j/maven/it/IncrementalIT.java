package dev.wit4j.maven.it;

import static dev.wit4j.maven.it.TestProject.dependency;
import static dev.wit4j.maven.it.TestProject.execution;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class IncrementalIT {
    private static final String WORLD = "src/main/wit/world.wit";
    private static final String GENERATED = "target/generated-sources/wit";

    @Test
    void aBuildDoesWhatHasChangedAndNothingElse() throws Exception {
        TestProject project = TestProject.create("incremental ö 1")
                .pom("incremental", execution("generate"))
                .write(WORLD, "package it:demo;", "world demo { export api; export other; }")
                .write("src/main/wit/api.wit", "interface api { greet: func(name: string) -> string; }")
                .write("src/main/wit/other.wit", "interface other { count: func() -> u32; }");

        project.maven("compile").succeeds().says("Generated 11 files: 11 written, 0 deleted, 0 as they were");
        Path api = project.generated("wit/it/demo/api/Api.java");
        Path other = project.generated("wit/it/demo/other/Other.java");
        assertThat(api).content().contains("String greet(String name)");
        assertThat(other).exists();
        assertThat(project.path("target/classes/wit/it/demo/api/Api.class")).exists();
        assertThat(project.path("target/classes/META-INF/wit/index.json")).exists();

        FolderState before = FolderState.of(project.path(GENERATED), project.path("target/classes"));
        project.maven("compile").succeeds().says("up to date", "Nothing to compile");
        assertThat(FolderState.of(project.path(GENERATED), project.path("target/classes")))
                .isEqualTo(before);

        FolderState untouched = FolderState.of(other.getParent());
        project.write("src/main/wit/api.wit", "interface api { greet: func(name: string) -> u8; }");
        project.maven("compile").succeeds();
        assertThat(api).content().contains("int greet(String name)");
        assertThat(FolderState.of(other.getParent())).isEqualTo(untouched);

        project.delete("src/main/wit/other.wit").write(WORLD, "package it:demo;", "world demo { export api; }");
        project.maven("compile").succeeds();
        assertThat(other.getParent()).doesNotExist();
        assertThat(project.path("target/classes/wit/it/demo/other"))
                .satisfiesAnyOf(
                        classes -> assertThat(classes).doesNotExist(),
                        classes -> assertThat(classes).isEmptyDirectory());

        project.write("src/main/wit/api.wit", "interface renamed { greet: func(name: string) -> u8; }")
                .write(WORLD, "package it:demo;", "world demo { export renamed; }");
        project.maven("compile").succeeds();
        assertThat(api).doesNotExist();
        assertThat(project.generated("wit/it/demo/renamed/Renamed.java")).exists();

        project.pom("incremental", execution("generate", "<basePackage>com.acme</basePackage>"));
        project.maven("compile").succeeds();
        assertThat(project.generated("wit")).doesNotExist();
        assertThat(project.generated("com/acme/it/demo/renamed/Renamed.java")).exists();
    }

    @Test
    void aFileThatIsRenamedOrDeletedIsNoticedAlthoughNothingNeedsIt() throws Exception {
        TestProject project = TestProject.create("deleted")
                .pom("deleted", execution("generate"))
                .write(WORLD, "package it:demo;", "world demo { export api; }")
                .write("src/main/wit/api.wit", "interface api { greet: func(name: string) -> string; }")
                .write("src/main/wit/second.wit", "world second { import api; }");
        project.maven("generate-sources").succeeds();
        assertThat(project.generated("wit/it/demo/Second.java")).exists();
        project.rename("src/main/wit/second.wit", "src/main/wit/renamed.wit");
        project.maven("generate-sources").succeeds().says("2 written, 1 deleted");
        assertThat(project.generated("wit/it/demo/Second.java")).exists();
        Path packaged = project.path("target/generated-resources/wit/META-INF/wit/it.demo");
        assertThat(packaged.resolve("second.wit")).doesNotExist();
        assertThat(packaged.resolve("renamed.wit")).exists();
        project.delete("src/main/wit/renamed.wit");
        project.maven("generate-sources").succeeds();
        assertThat(project.generated("wit/it/demo/Second.java")).doesNotExist();
        assertThat(project.generated("wit/it/demo/Demo.java")).exists();
    }

    @Test
    void anotherPluginGeneratesAnew() throws Exception {
        TestProject project = TestProject.create("plugin")
                .pom("plugin", execution("generate"))
                .write(WORLD, "package it:demo;", "world demo { export run: func(); }");
        project.maven("generate-sources").succeeds();

        PluginCopy.create("9.1");
        project.plugin("9.1").maven("generate-sources").succeeds();
        assertThat(project.generated("wit/it/demo/Demo.java")).content().startsWith("// Generated by wit4j 9.1 from");
        project.maven("generate-sources").succeeds().says("up to date");

        PluginCopy unfinished = PluginCopy.create("9.2-SNAPSHOT");
        project.plugin("9.2-SNAPSHOT").maven("generate-sources").succeeds().says("Generated");
        project.maven("generate-sources").succeeds().says("up to date");
        unfinished.change("added.txt");
        project.maven("generate-sources").succeeds().says("Generated", "0 written, 0 deleted");

        project.edit(
                "pom.xml",
                "<executions>",
                "<dependencies>" + dependency("org.opentest4j:opentest4j:1.3.0") + "</dependencies><executions>");
        project.maven("generate-sources").succeeds().says("Generated", "0 written, 0 deleted");
    }

    @Test
    void aHandWrittenFileIsNeitherReplacedNorDeleted() throws Exception {
        TestProject project = TestProject.create("foreign")
                .pom("foreign", execution("generate"))
                .write(WORLD, "package it:demo;", "world demo { export run: func(); }")
                .write(GENERATED + "/own/Mine.java", "package own; final class Mine {}");
        project.maven("generate-sources").succeeds();
        assertThat(project.generated("own/Mine.java")).exists();
        project.write(GENERATED + "/wit/it/demo/Other.java", "package wit.it.demo; final class Other {}")
                .write(WORLD, "package it:demo;", "world other { export run: func(); }");
        project.maven("generate-sources").fails().says("in the way of generated ones", "Other.java");
        assertThat(project.generated("wit/it/demo/Other.java")).hasContent("package wit.it.demo; final class Other {}");
        assertThat(project.generated("wit/it/demo/Demo.java")).exists();
    }

    @Test
    void twoCleanBuildsGiveTheSameJarAlsoOffline() throws Exception {
        TestProject project = TestProject.create("reproducible")
                .pom("reproducible", execution("generate"))
                .write(WORLD, "package it:demo;", "world demo { export api; }")
                .write("src/main/wit/api.wit", "interface api { greet: func(name: string) -> string; }");
        project.maven("package").succeeds();
        Path jar = project.path("target/reproducible-1.0.jar");
        byte[] first = Files.readAllBytes(jar);
        project.delete("target");
        project.maven("--offline", "package").succeeds();
        assertThat(Files.readAllBytes(jar)).isEqualTo(first);
    }
}

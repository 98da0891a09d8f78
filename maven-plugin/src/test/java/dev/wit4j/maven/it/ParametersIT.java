package dev.wit4j.maven.it;

import static dev.wit4j.maven.it.TestProject.execution;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;

class ParametersIT {
    private static final String WORLD = "src/main/wit/world.wit";

    @Test
    void whatTheBuildFileSaysArrives() throws Exception {
        TestProject project = TestProject.create("parameters")
                .pom(
                        "parameters",
                        execution(
                                "generate",
                                "<witDirectory>contracts</witDirectory>",
                                "<additionalWitDirectories><directory>shared wit</directory></additionalWitDirectories>",
                                "<worlds><world>demo</world></worlds>",
                                "<packages><package>it:shared</package></packages>",
                                "<features><feature>fancy</feature></features>",
                                "<basePackage>com.acme</basePackage>",
                                "<packageMappings><mapping><wit>it:shared</wit><java>org.shared</java></mapping>"
                                        + "</packageMappings>",
                                "<nameMappings><mapping><wit>it:demo/api#get</wit><java>fetch</java></mapping>"
                                        + "</nameMappings>",
                                "<annotations><annotation><wit>it:demo/api#user</wit>"
                                        + "<java>java.lang.Deprecated</java></annotation></annotations>",
                                "<encoding>US-ASCII</encoding>",
                                "<outputDirectory>target/java</outputDirectory>",
                                "<resourceOutputDirectory>target/resources</resourceOutputDirectory>",
                                "<packageWit>false</packageWit>",
                                "<componentProvider>com.acme.Provider</componentProvider>"))
                .write(
                        "contracts/world.wit",
                        "package it:demo;",
                        "interface api {",
                        "  /// Größe",
                        "  record user { age: u8 }",
                        "  get: func() -> user;",
                        "  @unstable(feature = fancy) more: func();",
                        "}",
                        "world demo { export api; }",
                        "world left-out {}")
                .write("shared wit/shared.wit", "package it:shared;", "interface log { line: func(text: string); }");
        project.maven("generate-sources").succeeds();
        assertThat(project.path("target/java/com/acme/it/demo/Demo.java")).exists();
        assertThat(project.path("target/java/com/acme/it/demo/LeftOut.java")).doesNotExist();
        assertThat(project.path("target/java/org/shared/log/Log.java")).exists();
        assertThat(project.path("target/java/com/acme/it/demo/api/Api.java"))
                .content()
                .contains("User fetch()", "void more()");
        assertThat(Files.readString(
                        project.path("target/java/com/acme/it/demo/api/User.java"), StandardCharsets.US_ASCII))
                .contains("Gr\\u00f6\\u00dfe", "@Deprecated");
        assertThat(project.path("target/resources/META-INF/wit")).doesNotExist();
        assertThat(project.path("target/generated-sources")).doesNotExist();
    }

    @Test
    void aComponentProviderIsAServiceOfTheJarAsLongAsItIsNamed() throws Exception {
        String provider = "<componentProvider>com.acme.Provider</componentProvider>";
        String service = "META-INF/services/dev.wit4j.runtime.ComponentProvider";
        TestProject project = TestProject.create("provider")
                .pom("provider", execution("generate", provider))
                .write(WORLD, "package it:demo;", "world demo { export run: func(); }");
        project.maven("package").succeeds();
        try (var jar = new ZipFile(project.path("target/provider-1.0.jar").toFile())) {
            assertThat(jar.getInputStream(jar.getEntry(service))).hasContent("com.acme.Provider");
            assertThat(jar.getEntry("META-INF/wit/index.json")).isNotNull();
            assertThat(jar.getEntry("META-INF/wit/it.demo/world.wit")).isNotNull();
        }
        project.pom("provider", execution("generate")).maven("generate-sources").succeeds();
        assertThat(project.path("target/generated-resources/wit/" + service)).doesNotExist();
    }
}

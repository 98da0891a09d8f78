package dev.wit4j.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Projects made of what the plugin's page says and nothing else. */
class OutsideIT {
    private static final Path PAGE = Path.of("../docs/maven-plugin.md");

    @Test
    void aProjectMadeOfThePageShipsBindingsThatAnotherOneUses() throws Exception {
        TestProject library = TestProject.create("outside/clock library")
                .write("pom.xml", build("clock", ""))
                .write(
                        "src/main/wit/world.wit",
                        "package outside:clock@0.2.3;",
                        "interface time { record instant { seconds: u64 } now: func() -> instant; }");
        library.maven("install").succeeds();

        TestProject user = TestProject.create("outside/user")
                .write("pom.xml", build("user", TestProject.dependency("outside:clock:1.0")))
                .write(
                        "src/main/wit/world.wit",
                        "package outside:user;",
                        "world user { import outside:clock/time@0.2.3; export seconds: func() -> u64; }")
                .write(
                        "src/main/java/outside/Seconds.java",
                        "package outside;",
                        "public record Seconds(wit.outside.clock.v0_2.time.Time time) implements wit.outside.user.User.Guest {",
                        "  @Override public long seconds() { return time.now().seconds(); }",
                        "}");
        user.maven("package").succeeds();
        assertThat(user.path("target/classes/outside/Seconds.class")).exists();
        assertThat(user.path("target/classes/wit/outside/user/User.class")).exists();
        assertThat(user.path("target/classes/wit/outside/clock")).doesNotExist();
    }

    /** The build file of the page, with the runtime in place of the packages, which are built after this plugin. */
    private static String build(String artifactId, String dependency) throws Exception {
        Matcher xml = Pattern.compile("```xml\n(<dependencies>.*?</build>\n)```", Pattern.DOTALL)
                .matcher(Files.readString(PAGE));
        assertThat(xml.find()).as("a build file in " + PAGE).isTrue();
        return String.join(
                "\n",
                "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>",
                "<groupId>outside</groupId><artifactId>" + artifactId + "</artifactId><version>1.0</version>",
                "<properties>",
                "<maven.compiler.release>17</maven.compiler.release>",
                "<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>",
                "<wit4j.version>" + TestProject.VERSION + "</wit4j.version>",
                "</properties>",
                xml.group(1)
                        .replace("wit4j-keyvalue", "wit4j-runtime")
                        .replace("</dependencies>", dependency + "</dependencies>")
                        .replace("</plugins>\n", "</plugins>\n" + TestProject.pluginVersions()),
                "</project>");
    }
}

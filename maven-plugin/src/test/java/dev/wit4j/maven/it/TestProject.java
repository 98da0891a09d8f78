package dev.wit4j.maven.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.maven.shared.invoker.DefaultInvocationRequest;
import org.apache.maven.shared.invoker.DefaultInvoker;
import org.apache.maven.shared.invoker.MavenInvocationException;

/** A Maven project in a folder of its own, built by the Maven under test in a process of its own. */
final class TestProject {
    private static final Path HOME = Path.of(System.getProperty("wit4j.it.directory"));
    static final Path REPOSITORY = Path.of(System.getProperty("wit4j.it.repository"));
    private static final String FALLBACK =
            Path.of(System.getProperty("wit4j.it.fallback")).toUri().toString();
    private static final File MAVEN = new File(System.getProperty("wit4j.it.maven"));
    private static final File JAVA = new File(System.getProperty("wit4j.it.java"));
    static final String VERSION = System.getProperty("wit4j.version");

    private final Path directory;

    private TestProject(Path directory) {
        this.directory = directory;
    }

    /** A new, empty project in the folder {@code name}. */
    static TestProject create(String name) throws IOException {
        Path directory = HOME.resolve(name);
        delete(directory);
        // Keeps Maven from taking the settings of the build that surrounds this one.
        Files.createDirectories(directory.resolve(".mvn"));
        return new TestProject(directory);
    }

    /** A project in the folder {@code name} of this one. */
    TestProject module(String name) throws IOException {
        return new TestProject(Files.createDirectories(directory.resolve(name)));
    }

    Path path(String relative) {
        return directory.resolve(relative);
    }

    /** Where generated sources are by default. */
    Path generated(String relative) {
        return path("target/generated-sources/wit").resolve(relative);
    }

    TestProject write(String relative, String... lines) throws IOException {
        Path file = directory.resolve(relative);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
        return this;
    }

    TestProject writeBytes(String relative, byte[] contents) throws IOException {
        Path file = directory.resolve(relative);
        Files.createDirectories(file.getParent());
        Files.write(file, contents);
        return this;
    }

    /** Makes sure that nothing of an earlier run is known about an artifact of the group {@code it}. */
    TestProject forgetInLocalRepository(String artifactId) throws IOException {
        delete(REPOSITORY.resolve("it").resolve(artifactId));
        return this;
    }

    /** Changes a text in a file that has it. */
    TestProject edit(String relative, String from, String to) throws IOException {
        Path file = directory.resolve(relative);
        assertThat(file).content().contains(from);
        Files.writeString(file, Files.readString(file).replace(from, to));
        return this;
    }

    TestProject rename(String from, String to) throws IOException {
        Files.move(directory.resolve(from), directory.resolve(to));
        return this;
    }

    TestProject delete(String relative) throws IOException {
        delete(directory.resolve(relative));
        return this;
    }

    /** A build file for a jar, with the executions of the plugin. */
    TestProject pom(String artifactId, String executions) throws IOException {
        return pom(artifactId, "", executions);
    }

    /** A build file for a jar, with dependencies beside the runtime and the executions of the plugin. */
    TestProject pom(String artifactId, String dependencies, String executions) throws IOException {
        return write(
                "pom.xml",
                header(artifactId),
                "<dependencies>",
                dependency("dev.wit4j:wit4j-runtime:" + VERSION),
                dependencies,
                "</dependencies>",
                "<build><plugins><plugin>",
                "<groupId>dev.wit4j</groupId><artifactId>wit4j-maven-plugin</artifactId>",
                "<version>" + VERSION + "</version>",
                "<executions>" + executions + "</executions>",
                "</plugin></plugins>",
                pluginVersions(),
                "</build>",
                "</project>");
    }

    /** Makes the build file use another version of the plugin. */
    TestProject plugin(String version) throws IOException {
        Path file = directory.resolve("pom.xml");
        String name = "<artifactId>wit4j-maven-plugin</artifactId>";
        String build = Files.readString(file);
        Files.writeString(file, build.replaceFirst(name + "\\s*<version>[^<]*", name + "<version>" + version));
        return this;
    }

    /** A build file that builds modules. */
    TestProject aggregator(String artifactId, String... modules) throws IOException {
        return write(
                "pom.xml",
                header(artifactId),
                "<packaging>pom</packaging>",
                "<modules><module>" + String.join("</module><module>", modules) + "</module></modules>",
                "</project>");
    }

    private static String header(String artifactId) {
        return String.join(
                "\n",
                "<project xmlns=\"http://maven.apache.org/POM/4.0.0\"><modelVersion>4.0.0</modelVersion>",
                "<groupId>it</groupId><artifactId>" + artifactId + "</artifactId><version>1.0</version>",
                "<properties>",
                "<maven.compiler.release>17</maven.compiler.release>",
                "<project.build.sourceEncoding>UTF-8</project.build.sourceEncoding>",
                "<project.build.outputTimestamp>2026-01-01T00:00:00Z</project.build.outputTimestamp>",
                "<maven.test.skip>true</maven.test.skip>",
                "</properties>");
    }

    /** One execution of a goal, with its configuration. */
    static String execution(String goal, String... configuration) {
        return execution(goal, goal, configuration);
    }

    static String execution(String id, String goal, String[] configuration) {
        return "<execution><id>" + id + "</id><goals><goal>" + goal + "</goal></goals><configuration>"
                + String.join("", configuration) + "</configuration></execution>";
    }

    static String dependency(String coordinates) {
        String[] parts = coordinates.split(":");
        return "<dependency><groupId>" + parts[0] + "</groupId><artifactId>" + parts[1] + "</artifactId><version>"
                + parts[2] + "</version></dependency>";
    }

    /** The versions that the build of this project uses, so that they are in the local repository already. */
    static String pluginVersions() {
        var versions = new TreeMap<>(Map.of(
                "clean", "3.5.0",
                "resources", "3.5.0",
                "compiler", "3.16.0",
                "surefire", "3.6.1",
                "jar", "3.5.1",
                "install", "3.2.0"));
        var text = new StringBuilder("<pluginManagement><plugins>");
        versions.forEach((name, version) -> text.append("<plugin><artifactId>maven-")
                .append(name)
                .append("-plugin</artifactId><version>")
                .append(version)
                .append("</version></plugin>"));
        return text.append("</plugins></pluginManagement>").toString();
    }

    /** Builds, with these goals and arguments. */
    Build maven(String... arguments) throws IOException, MavenInvocationException {
        Path settings = HOME.resolve("settings.xml");
        Files.writeString(settings, settings());
        List<String> log = new ArrayList<>();
        var request = new DefaultInvocationRequest();
        request.setBaseDirectory(directory.toFile());
        request.setMavenHome(MAVEN);
        request.setJavaHome(JAVA);
        request.setLocalRepositoryDirectory(REPOSITORY.toFile());
        request.setUserSettingsFile(settings.toFile());
        request.setBatchMode(true);
        request.setNoTransferProgress(true);
        request.setReactorFailureBehavior(null);
        request.addArgs(List.of(arguments));
        request.setOutputHandler(log::add);
        request.setErrorHandler(log::add);
        request.setMavenOpts("-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dfile.encoding=UTF-8 -Dsun.jnu.encoding=UTF-8");
        int exitCode = new DefaultInvoker().execute(request).getExitCode();
        return new Build(exitCode, log);
    }

    /** Central, and in front of it whatever the build of this project has fetched already. */
    private static String settings() {
        String repositories = String.join(
                "",
                repository("fetched-already", FALLBACK),
                repository("central", "https://repo.maven.apache.org/maven2"));
        return "<settings><profiles><profile><id>it</id><repositories>" + repositories
                + "</repositories><pluginRepositories>" + repositories.replace("repository>", "pluginRepository>")
                + "</pluginRepositories></profile></profiles><activeProfiles><activeProfile>it</activeProfile>"
                + "</activeProfiles></settings>";
    }

    private static String repository(String id, String url) {
        return "<repository><id>" + id + "</id><url>" + url + "</url>"
                + "<releases><checksumPolicy>ignore</checksumPolicy></releases>"
                + "<snapshots><enabled>false</enabled></snapshots></repository>";
    }

    private static void delete(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (var entries = Files.list(path)) {
                for (Path entry : entries.toList()) {
                    delete(entry);
                }
            }
        }
        Files.deleteIfExists(path);
    }
}

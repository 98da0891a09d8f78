package dev.wit4j.maven.it;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The plugin under test in the local repository once more, as another version. */
final class PluginCopy {
    private static final String NAME = "wit4j-maven-plugin";

    private final Path jar;

    private PluginCopy(Path jar) {
        this.jar = jar;
    }

    static PluginCopy create(String version) throws IOException {
        Path versions = TestProject.REPOSITORY.resolve("dev/wit4j/" + NAME);
        Path from = versions.resolve(TestProject.VERSION);
        Path to = Files.createDirectories(versions.resolve(version));
        String build = Files.readString(from.resolve(NAME + "-" + TestProject.VERSION + ".pom"));
        Files.writeString(
                to.resolve(NAME + "-" + version + ".pom"),
                build.replace(
                                "<artifactId>" + NAME + "</artifactId>",
                                "<artifactId>" + NAME + "</artifactId>" + tag(version))
                        .replaceAll(
                                "<artifactId>wit4j-(codegen|parser|runtime)</artifactId>",
                                "$0" + tag(TestProject.VERSION)));
        Path jar = Files.copy(
                from.resolve(NAME + "-" + TestProject.VERSION + ".jar"),
                to.resolve(NAME + "-" + version + ".jar"),
                StandardCopyOption.REPLACE_EXISTING);
        var copy = new PluginCopy(jar);
        try (FileSystem contents = copy.contents()) {
            Path descriptor = contents.getPath("META-INF/maven/plugin.xml");
            Files.writeString(
                    descriptor, Files.readString(descriptor).replaceFirst(tag(TestProject.VERSION), tag(version)));
        }
        return copy;
    }

    /** Adds a file to the jar, as working on the plugin would. */
    void change(String name) throws IOException {
        try (FileSystem contents = contents()) {
            Files.writeString(contents.getPath(name), name);
        }
    }

    private FileSystem contents() throws IOException {
        return FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of());
    }

    private static String tag(String version) {
        return "<version>" + version + "</version>";
    }
}

package dev.wit4j.maven.it;

import static dev.wit4j.maven.it.TestProject.execution;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ReleasesIT {
    private static final String WORLD = "src/main/wit/world.wit";

    @Test
    void aReleaseIsComparedWithTheLastOneInTheRepository() throws Exception {
        TestProject project = TestProject.create("releases")
                .pom("releases", execution("generate"))
                .write(
                        WORLD,
                        "package it:clock@1.0.0;",
                        "interface time { now: func() -> u64; zone: func() -> string; }");
        Path repository = project.path("repository");
        project.forgetInLocalRepository("releases").maven("package").succeeds();
        release(project, repository, "releases");

        project.pom("releases", execution("generate") + execution("semver-check"))
                .edit("pom.xml", "<version>1.0</version>", "<version>1.1-SNAPSHOT</version>")
                .edit(
                        "pom.xml",
                        "<dependencies>",
                        "<repositories><repository><id>releases-of-it</id><url>" + repository.toUri()
                                + "</url><releases><updatePolicy>always</updatePolicy></releases></repository>"
                                + "</repositories><dependencies>")
                .write(
                        WORLD,
                        "package it:clock@1.1.0;",
                        "interface time { now: func() -> u64; zone: func() -> string; more: func(); }");
        project.maven("verify").succeeds().says("Compatible with the earlier release, compared: worlds 0, interfaces");

        project.write(WORLD, "package it:clock@1.1.0;", "interface time { now: func() -> s64; }");
        project.maven("--offline", "verify")
                .fails()
                .says("2 errors in WIT:", "MojoFailureException")
                .says("[ERROR] " + project.path(WORLD) + ":[2,18] ", "function `now`")
                .says("function `zone`: is gone, but components made for the previous one need it");

        project.maven("verify", "-Dwit4j.previousVersion=0.9")
                .fails()
                .says("Cannot get the earlier release it:releases:jar:0.9", "MojoFailureException");
    }

    /** Puts what was packaged into a repository, as a deployment does. */
    private static void release(TestProject project, Path repository, String artifactId) throws Exception {
        String name = artifactId + "-1.0";
        Path folder = Files.createDirectories(repository.resolve("it/" + artifactId + "/1.0"));
        Files.copy(project.path("pom.xml"), folder.resolve(name + ".pom"));
        Files.copy(project.path("target/" + name + ".jar"), folder.resolve(name + ".jar"));
        Files.writeString(
                folder.resolveSibling("maven-metadata.xml"),
                "<metadata><groupId>it</groupId><artifactId>" + artifactId + "</artifactId><versioning>"
                        + "<release>1.0</release><versions><version>1.0</version></versions></versioning></metadata>");
        // Maven 4 takes nothing from a repository without checksums.
        writeChecksum(folder.resolve(name + ".pom"));
        writeChecksum(folder.resolve(name + ".jar"));
        writeChecksum(folder.resolveSibling("maven-metadata.xml"));
    }

    private static void writeChecksum(Path file) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-1").digest(Files.readAllBytes(file));
        Files.writeString(
                file.resolveSibling(file.getFileName() + ".sha1"),
                HexFormat.of().formatHex(digest));
    }
}

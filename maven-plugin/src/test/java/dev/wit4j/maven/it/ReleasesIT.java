package dev.wit4j.maven.it;

import static dev.wit4j.maven.it.TestProject.execution;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ReleasesIT {
    private static final String WORLD = "src/main/wit/world.wit";
    private static final String WITHOUT_NETWORK = "--offline";
    private static final String ASKING_FILES = "-Daether.offline.protocols=file";

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
                .edit("pom.xml", "<dependencies>", repository(repository.toUri().toString()) + "<dependencies>")
                .write(
                        WORLD,
                        "package it:clock@1.1.0;",
                        "interface time { now: func() -> u64; zone: func() -> string; more: func(); }");
        project.maven(WITHOUT_NETWORK, ASKING_FILES, "verify")
                .succeeds()
                .says("Compatible with the earlier release, compared: worlds 0, interfaces");

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

    @Test
    void aRepositoryThatCannotBeReadIsNotTakenForOneWithoutTheRelease() throws Exception {
        TestProject project = TestProject.create("unreadable")
                .pom("unreadable", execution("generate") + execution("semver-check"))
                .write(WORLD, "package it:clock@1.0.0;", "interface time { now: func() -> u64; }");
        Path repository = Files.createDirectories(project.path("repository"));
        String url = repository.toUri().toString();
        project.edit("pom.xml", "<dependencies>", repository(url) + "<dependencies>")
                .forgetInLocalRepository("unreadable");
        project.maven(WITHOUT_NETWORK, ASKING_FILES, "verify").succeeds().says("There is no earlier release");

        project.write("repository/it/unreadable/maven-metadata.xml", "<metadata/>")
                .write("repository/it/unreadable/maven-metadata.xml.sha1", "0".repeat(40));
        project.maven(WITHOUT_NETWORK, ASKING_FILES, "verify")
                .fails()
                .says(
                        "Cannot find out which releases of it:unreadable there are",
                        "releases-of-it",
                        "MojoFailureException")
                .says("previousVersion");
        project.maven(WITHOUT_NETWORK, "verify").succeeds().says("There is no earlier release");
    }

    private static String repository(String url) {
        return "<repositories><repository><id>releases-of-it</id><url>" + url
                + "</url><releases><updatePolicy>always</updatePolicy><checksumPolicy>fail</checksumPolicy></releases>"
                + "<snapshots><enabled>false</enabled></snapshots></repository></repositories>";
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

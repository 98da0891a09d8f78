package dev.wit4j.benchmarks.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Builds in which nothing has changed: of the sample with the plugin, and of the same one with what the plugin generated as
 * sources of its own, in turn. Arguments: the root of this project, a local repository that it was installed into, the home of a
 * Maven, a folder to work in, the number of builds.
 */
public final class NoChangeBuild {
    private static final String PLUGIN = "<plugins><plugin><groupId>dev.wit4j</groupId>"
            + "<artifactId>wit4j-maven-plugin</artifactId><version>%s</version><executions><execution><goals>"
            + "<goal>generate</goal></goals></execution></executions></plugin></plugins>";
    private static final String PROJECT = """
            <project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>
            <groupId>benchmark</groupId><artifactId>%s</artifactId><version>1</version>
            <properties><maven.compiler.release>17</maven.compiler.release>
            <project.build.sourceEncoding>UTF-8</project.build.sourceEncoding></properties>
            <dependencies><dependency><groupId>dev.wit4j</groupId><artifactId>wit4j-host</artifactId>
            <version>%s</version></dependency></dependencies>
            <build>%s<pluginManagement><plugins>
            <plugin><artifactId>maven-resources-plugin</artifactId><version>3.5.0</version></plugin>
            <plugin><artifactId>maven-compiler-plugin</artifactId><version>3.16.0</version></plugin>
            </plugins></pluginManagement></build></project>
            """;

    private final Path root;
    private final Path repository;
    private final Path maven;
    private final Path with;
    private final Path without;
    private final Map<String, List<Long>> times = new LinkedHashMap<>();

    private NoChangeBuild(Path root, Path repository, Path maven, Path folder) {
        this.root = root;
        this.repository = repository;
        this.maven = maven;
        this.with = folder.resolve("with");
        this.without = folder.resolve("without");
    }

    public static void main(String[] arguments) throws Exception {
        var benchmark = new NoChangeBuild(
                Path.of(arguments[0]),
                Path.of(arguments[1]).toAbsolutePath(),
                Path.of(arguments[2]).toAbsolutePath(),
                Path.of(arguments[3]).toAbsolutePath());
        benchmark.prepare("0.1.0-SNAPSHOT");
        benchmark.run(Integer.parseInt(arguments[4]));
    }

    private void prepare(String version) throws IOException, InterruptedException {
        for (Path project : List.of(with, without)) {
            Files.createDirectories(project.resolve(".mvn"));
            copy(root.resolve("samples/key-value/src/main/java/sample"), project.resolve("src/main/java/sample"));
        }
        copy(root.resolve("samples/key-value/src/main/wit"), with.resolve("src/main/wit"));
        write(with, version, String.format(PLUGIN, version));
        write(without, version, "");
        build(with);
        copy(with.resolve("target/generated-sources/wit"), without.resolve("src/main/java"));
        copy(with.resolve("target/generated-resources/wit"), without.resolve("src/main/resources"));
        build(without);
    }

    private static void write(Path project, String version, String plugin) throws IOException {
        Files.writeString(project.resolve("pom.xml"), String.format(PROJECT, project.getFileName(), version, plugin));
    }

    private static void copy(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.deleteIfExists(target);
                Files.copy(file, target);
            }
        }
    }

    /** One build of each is not counted. */
    private void run(int builds) throws IOException, InterruptedException {
        for (int i = 0; i <= builds; i++) {
            for (Path project : i % 2 == 0 ? List.of(with, without) : List.of(without, with)) {
                long begin = System.nanoTime();
                List<String> lines = build(project);
                long all = System.nanoTime() - begin;
                if (i > 0) {
                    note(project.getFileName() + ", whole process", all);
                    for (String line : lines) {
                        String[] parts =
                                line.substring(BuildTimer.MARK.length()).split("\t");
                        note(project.getFileName() + ", " + parts[0], Long.parseLong(parts[1]));
                    }
                }
            }
        }
        new TreeMap<>(times)
                .forEach((what, values) -> System.out.printf(
                        Locale.ROOT,
                        "%-70s median %7.1f ms, best %7.1f ms of %d%n",
                        what,
                        median(values) / 1e6,
                        values.stream().mapToLong(Long::longValue).min().orElseThrow() / 1e6,
                        values.size()));
    }

    private void note(String what, long nanoseconds) {
        times.computeIfAbsent(what, key -> new ArrayList<>()).add(nanoseconds);
    }

    private static double median(Collection<Long> values) {
        List<Long> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }

    /** Builds, and gives back what the timers printed. */
    private List<String> build(Path project) throws IOException, InterruptedException {
        var command = new ProcessBuilder(
                maven.resolve("bin/mvn").toString(),
                "--offline",
                "--batch-mode",
                "-Dmaven.repo.local=" + repository,
                "-Dmaven.ext.class.path=" + jar(),
                "compile");
        Process process =
                command.directory(project.toFile()).redirectErrorStream(true).start();
        List<String> lines;
        try (var reader = process.inputReader()) {
            lines = reader.lines().toList();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (process.waitFor() != 0) {
            throw new IOException("the build of " + project + " failed:\n" + String.join("\n", lines));
        }
        return lines.stream().filter(line -> line.startsWith(BuildTimer.MARK)).toList();
    }

    private static Path jar() {
        return Path.of(NoChangeBuild.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
    }
}

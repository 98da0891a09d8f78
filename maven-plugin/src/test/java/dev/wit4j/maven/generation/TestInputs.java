package dev.wit4j.maven.generation;

import dev.wit4j.maven.report.Finding;
import dev.wit4j.maven.source.WitInputs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A project in a folder, without a build file. */
final class TestInputs {
    final Path base;
    final List<Finding> findings = new ArrayList<>();
    private final Map<String, Path> dependencies = new LinkedHashMap<>();

    TestInputs(Path base) {
        this.base = base;
    }

    TestInputs write(String name, String... lines) throws IOException {
        Path file = base.resolve("wit").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
        return this;
    }

    /** Makes what {@code other} generates a dependency of this project. */
    TestInputs dependOn(String coordinates, TestInputs other) throws Exception {
        return dependOn(coordinates, other, request(other.base));
    }

    /** Makes what {@code other} generates for {@code request} a dependency of this project. */
    TestInputs dependOn(String coordinates, TestInputs other, GenerationRequest request) throws Exception {
        Path classes = base.resolve("dependency" + dependencies.size());
        for (var file : other.produce(request).entrySet()) {
            Path resources = other.base.resolve("resources");
            if (file.getKey().startsWith(resources)) {
                Path target = classes.resolve(resources.relativize(file.getKey()));
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
        }
        dependencies.put(coordinates, classes);
        return this;
    }

    WitInputs read() throws IOException {
        return WitInputs.read(base.resolve("wit"), List.of(), dependencies);
    }

    Map<Path, byte[]> produce(GenerationRequest request) throws Exception {
        return new Bindings(request, findings::add).produce(read());
    }

    /** The text of all Java files, by their path below the source root. */
    Map<String, String> java() throws Exception {
        return java(request(base));
    }

    Map<String, String> java(GenerationRequest request) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        Path sources = base.resolve("sources");
        produce(request).forEach((path, contents) -> {
            if (path.startsWith(sources)) {
                texts.put(
                        sources.relativize(path).toString().replace('\\', '/'),
                        new String(contents, StandardCharsets.UTF_8));
            }
        });
        return texts;
    }

    static GenerationRequest request(Path base) {
        return request(base, List.of(), List.of());
    }

    static GenerationRequest request(Path base, List<String> worlds, List<String> packages) {
        return new GenerationRequest(
                "1.0",
                "1.0",
                new Selection(worlds, packages, new TreeSet<>(), false, false),
                new JavaOptions("wit", new TreeMap<>(), new TreeMap<>(), new TreeMap<>(), StandardCharsets.UTF_8),
                Optional.empty(),
                new OutputFolders(base.resolve("sources"), base.resolve("resources"), true));
    }
}

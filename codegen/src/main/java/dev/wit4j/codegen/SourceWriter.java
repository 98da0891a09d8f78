package dev.wit4j.codegen;

import dev.wit4j.codegen.output.GeneratedMark;
import dev.wit4j.codegen.output.OutputPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Brings a source root to what was generated: writes what differs, so that the rest keeps its time, and deletes what was
 * generated from the same interfaces and worlds before and no longer is, which it tells by the first line of the files. Files
 * that nobody generated are never touched.
 */
public final class SourceWriter {
    private final Path root;

    /** A writer to {@code root}, which need not exist. */
    public SourceWriter(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * Writes {@code sources}.
     *
     * @throws IOException if a file cannot be read or written, if one is in the way that nobody generated, or if two sources are
     *     for one file; the message names it, and if so nothing was changed
     */
    public void write(List<JavaSource> sources) throws IOException {
        Map<Path, byte[]> outputs = new TreeMap<>();
        Set<String> origins = new HashSet<>();
        for (JavaSource source : sources) {
            Path path = root.resolve(source.path()).normalize();
            if (outputs.put(path, source.contents().getBytes(StandardCharsets.UTF_8)) != null) {
                throw new IOException("two different things are called " + source.path());
            }
            GeneratedMark.origin(source.contents()).ifPresent(origins::add);
        }
        OutputPlan.of(Set.of(root), outputs, obsolete(outputs.keySet(), origins), GeneratedMark::isIn)
                .carryOut(root);
    }

    /** Files beside those that were generated, of the same origin, that were not. */
    private static List<Path> obsolete(Set<Path> generated, Set<String> origins) throws IOException {
        List<Path> obsolete = new ArrayList<>();
        Set<Path> directories = new HashSet<>();
        generated.forEach(file -> directories.add(file.getParent()));
        for (Path directory : directories) {
            for (Path file : javaFiles(directory)) {
                if (!generated.contains(file)
                        && GeneratedMark.origin(file).filter(origins::contains).isPresent()) {
                    obsolete.add(file);
                }
            }
        }
        return obsolete;
    }

    private static List<Path> javaFiles(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }
}

package dev.wit4j.maven.source;

import dev.wit4j.maven.incremental.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A folder in the layout that all WIT tools share: the {@code .wit} files of one package, and its dependencies in
 * {@code deps/}, each a folder of its own or a single file.
 *
 * @param directory where it is
 * @param exists whether it was there
 * @param files the {@code .wit} files directly in it, sorted by name
 * @param dependencies the files of each entry of {@code deps/}, by the entry's name
 */
public record WitFolder(Path directory, boolean exists, List<WitFile> files, Map<String, List<WitFile>> dependencies) {
    private static final String DEPENDENCIES = "deps";

    public WitFolder {
        files = List.copyOf(files);
        dependencies = new TreeMap<>(dependencies);
    }

    /** Reads a folder; one that does not exist is an empty one that says so. */
    public static WitFolder read(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return new WitFolder(directory, false, List.of(), Map.of());
        }
        Map<String, List<WitFile>> dependencies = new TreeMap<>();
        for (Path entry : list(directory.resolve(DEPENDENCIES))) {
            if (Files.isDirectory(entry)) {
                dependencies.put(entry.getFileName().toString(), readAll(directory, texts(entry)));
            } else if (isPackage(entry)) {
                dependencies.put(entry.getFileName().toString(), readAll(directory, List.of(entry)));
            }
        }
        return new WitFolder(directory, true, readAll(directory, texts(directory)), dependencies);
    }

    /** Whether there is no package here, neither in the folder nor in its {@code deps/}. */
    public boolean isEmpty() {
        return files.isEmpty() && dependencies.isEmpty();
    }

    /** The package of the folder itself; empty if there are no files in it. */
    public Optional<WitGroup> own() {
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(new WitGroup(directory.toString(), files, Optional.empty()));
    }

    /** Each entry of {@code deps/} that has files. */
    public List<WitGroup> dependencyGroups() {
        return dependencies.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> new WitGroup(
                        directory.resolve(DEPENDENCIES).resolve(entry.getKey()).toString(),
                        entry.getValue(),
                        Optional.empty()))
                .toList();
    }

    /** All files, those of the dependencies included. */
    public Stream<WitFile> allFiles() {
        return Stream.concat(files.stream(), dependencies.values().stream().flatMap(List::stream));
    }

    /** Adds what was read, or that there was nothing. */
    public void addTo(Fingerprint fingerprint) {
        if (!exists) {
            fingerprint.absent(directory.getFileName().toString());
            return;
        }
        List<String> names = new ArrayList<>();
        for (WitFile file : files) {
            names.add(file.name());
        }
        names.addAll(dependencies.keySet());
        fingerprint.options("folder", names);
        for (WitFile file : files) {
            fingerprint.file(file.name(), file.contents());
        }
        for (List<WitFile> dependency : dependencies.values()) {
            for (WitFile file : dependency) {
                fingerprint.file(file.name(), file.contents());
            }
        }
    }

    /** What is in a folder, sorted by name. */
    private static Collection<Path> list(Path directory) throws IOException {
        Map<String, Path> entries = new TreeMap<>();
        if (Files.isDirectory(directory)) {
            try (var stream = Files.newDirectoryStream(directory)) {
                for (Path entry : stream) {
                    entries.put(entry.getFileName().toString(), entry);
                }
            }
        }
        return entries.values();
    }

    private static List<Path> texts(Path directory) throws IOException {
        List<Path> texts = new ArrayList<>();
        for (Path entry : list(directory)) {
            if (hasExtension(entry, "wit") && Files.isRegularFile(entry)) {
                texts.add(entry);
            }
        }
        return texts;
    }

    private static List<WitFile> readAll(Path directory, List<Path> paths) throws IOException {
        List<WitFile> files = new ArrayList<>();
        for (Path path : paths) {
            String name = directory.relativize(path).toString().replace('\\', '/');
            files.add(new WitFile(name, path.toString(), Files.readAllBytes(path)));
        }
        return files;
    }

    private static boolean isPackage(Path path) {
        return (hasExtension(path, "wit") || hasExtension(path, "wat") || hasExtension(path, "wasm"))
                && Files.isRegularFile(path);
    }

    private static boolean hasExtension(Path path, String extension) {
        return path.getFileName().toString().endsWith("." + extension);
    }
}

package dev.wit4j.maven.source;

import dev.wit4j.maven.incremental.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/**
 * A dependency of the project that ships WIT below {@code META-INF/wit/}, packed or, from a module of the same build, not
 * yet packed.
 *
 * @param coordinates what the build file calls it, {@code groupId:artifactId:version}
 * @param files the files below {@code META-INF/wit/}, sorted by name
 */
public record WitArchive(String coordinates, List<WitFile> files) {
    /** Where an archive has its WIT. */
    public static final String FOLDER = "META-INF/wit/";

    private static final String INDEX = "index.json";

    public WitArchive {
        files = List.copyOf(files);
    }

    /** Reads the WIT of a dependency; empty if it ships none, or is no archive at all. */
    public static Optional<WitArchive> read(String coordinates, Path file) throws IOException {
        List<WitFile> files = Files.isDirectory(file) ? readFolder(file) : readZip(file);
        return files.isEmpty() ? Optional.empty() : Optional.of(new WitArchive(coordinates, files));
    }

    /** The index of the Java bindings that the archive ships, if it ships any. */
    public Optional<WitFile> index() {
        return files.stream().filter(file -> file.name().equals(INDEX)).findFirst();
    }

    /** The packages, each in a folder of its own or a single file. */
    public List<WitGroup> groups() {
        Map<String, List<WitFile>> packages = files.stream()
                .filter(file -> !file.name().equals(INDEX))
                .collect(
                        Collectors.groupingBy(file -> file.name().split("/", 2)[0], TreeMap::new, Collectors.toList()));
        return packages.entrySet().stream()
                .map(entry ->
                        new WitGroup(entry.getKey() + " of " + coordinates, entry.getValue(), Optional.of(coordinates)))
                .toList();
    }

    /** Adds what was read. */
    public void addTo(Fingerprint fingerprint) {
        fingerprint.options("archive", List.of(coordinates, files.size()));
        for (WitFile file : files) {
            fingerprint.file(file.name(), file.contents());
        }
    }

    private static List<WitFile> readFolder(Path root) throws IOException {
        Path folder = root.resolve(FOLDER);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var paths = Files.walk(folder)) {
            var files = new ArrayList<WitFile>();
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                String name = folder.relativize(path).toString().replace('\\', '/');
                files.add(new WitFile(name, path.toString(), Files.readAllBytes(path)));
            }
            files.sort(Comparator.comparing(WitFile::name));
            return files;
        }
    }

    private static List<WitFile> readZip(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return List.of();
        }
        try (var zip = new ZipFile(file.toFile())) {
            Map<String, WitFile> files = new TreeMap<>();
            for (var entries = zip.entries(); entries.hasMoreElements(); ) {
                ZipEntry entry = entries.nextElement();
                if (entry.getName().startsWith(FOLDER) && !entry.isDirectory()) {
                    String name = entry.getName().substring(FOLDER.length());
                    try (var in = zip.getInputStream(entry)) {
                        files.put(name, new WitFile(name, file + "!/" + entry.getName(), in.readAllBytes()));
                    }
                }
            }
            return List.copyOf(files.values());
        } catch (ZipException e) {
            // Poms, native libraries and the like are dependencies too.
            return List.of();
        }
    }
}

package dev.wit4j.maven.incremental;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Brings what is on disk to what was generated: writes what differs, deletes what is gone, touches nothing else. All new
 * contents are on disk before the first file is replaced.
 */
public final class OutputWriter {
    private final Path base;
    private final Path recordFile;
    private final Set<Path> roots;
    private final byte[] mark;

    /**
     * @param base the project's folder
     * @param recordFile where this execution keeps its record
     * @param roots the folders that files are written below; emptied folders are removed up to them
     * @param mark what every generated source begins with
     */
    public OutputWriter(Path base, Path recordFile, Set<Path> roots, String mark) {
        this.base = base;
        this.recordFile = recordFile;
        this.roots = Set.copyOf(roots);
        this.mark = mark.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * Writes a generation.
     *
     * @param fingerprint of what it was made from
     * @param outputs all of its files: content by absolute path
     * @param previous what the last generation left
     * @param needed files of other executions, which are not deleted even if this one no longer generates them
     * @throws ForeignFileException if a file has to be replaced that nobody generated; then nothing was changed
     */
    public Changes write(String fingerprint, Map<Path, byte[]> outputs, GenerationRecord previous, Set<Path> needed)
            throws IOException, ForeignFileException {
        Map<Path, byte[]> differing = differing(outputs);
        refuseForeign(differing.keySet(), previous, needed);
        List<Path> obsolete = obsolete(outputs.keySet(), previous, needed);

        Map<Path, String> digests = new TreeMap<>();
        outputs.forEach((path, contents) -> digests.put(path, Fingerprint.of(contents)));
        Map<Path, String> underway = new TreeMap<>(previous.outputs());
        underway.putAll(digests);
        new GenerationRecord(Optional.empty(), underway).write(recordFile, base);

        replace(differing);
        for (Path path : obsolete) {
            Files.deleteIfExists(path);
            deleteEmptyFolders(path.getParent());
        }
        new GenerationRecord(Optional.of(fingerprint), digests).write(recordFile, base);
        return new Changes(List.copyOf(differing.keySet()), obsolete, outputs.size() - differing.size());
    }

    private Map<Path, byte[]> differing(Map<Path, byte[]> outputs) throws IOException {
        Map<Path, byte[]> differing = new TreeMap<>();
        for (var output : outputs.entrySet()) {
            Path path = output.getKey();
            if (roots.stream().noneMatch(path::startsWith)) {
                throw new IOException("refusing to write " + path + ", which is outside of " + roots);
            }
            if (!Files.exists(path) || !Arrays.equals(Files.readAllBytes(path), output.getValue())) {
                differing.put(path, output.getValue());
            }
        }
        return differing;
    }

    private void refuseForeign(Set<Path> paths, GenerationRecord previous, Set<Path> needed)
            throws IOException, ForeignFileException {
        List<Path> foreign = new ArrayList<>();
        for (Path path : paths) {
            boolean known = previous.outputs().containsKey(path) || needed.contains(path);
            if (Files.exists(path) && !known && !hasMark(path)) {
                foreign.add(path);
            }
        }
        if (!foreign.isEmpty()) {
            throw new ForeignFileException(foreign);
        }
    }

    /** What was generated and is so no longer, unless somebody has put a file of their own in its place. */
    private List<Path> obsolete(Set<Path> outputs, GenerationRecord previous, Set<Path> needed) throws IOException {
        List<Path> obsolete = new ArrayList<>();
        for (var old : previous.outputs().entrySet()) {
            Path path = old.getKey();
            if (outputs.contains(path) || needed.contains(path) || !Files.isRegularFile(path)) {
                continue;
            }
            if (Fingerprint.of(Files.readAllBytes(path)).equals(old.getValue()) || hasMark(path)) {
                obsolete.add(path);
            }
        }
        return obsolete;
    }

    private boolean hasMark(Path path) throws IOException {
        try (var in = Files.newInputStream(path)) {
            return Arrays.equals(in.readNBytes(mark.length), mark);
        }
    }

    private void replace(Map<Path, byte[]> differing) throws IOException {
        if (differing.isEmpty()) {
            return;
        }
        Path staging = Files.createTempDirectory(recordFile.toAbsolutePath().getParent(), "next");
        try {
            Map<Path, Path> staged = new LinkedHashMap<>();
            for (var output : differing.entrySet()) {
                Path next = staging.resolve(String.valueOf(staged.size()));
                Files.write(next, output.getValue());
                staged.put(output.getKey(), next);
            }
            for (var move : staged.entrySet()) {
                Files.createDirectories(move.getKey().getParent());
                move(move.getValue(), move.getKey());
            }
        } finally {
            deleteFolder(staging);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    private void deleteEmptyFolders(@Nullable Path folder) throws IOException {
        for (Path at = folder; at != null && !roots.contains(at) && isEmpty(at); at = at.getParent()) {
            Files.delete(at);
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        }
    }
}

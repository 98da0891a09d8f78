package dev.wit4j.codegen.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What has to be done so that there is on disk what was generated, found out before anything is changed: files that differ are
 * written, those that are no longer generated deleted, and nothing else is touched.
 */
public final class OutputPlan {
    /** Tells whether a file may be replaced. */
    public interface Ownership {
        /** Whether a file that exists was generated. */
        boolean isGenerated(Path file) throws IOException;
    }

    private final Set<Path> roots;
    private final Map<Path, byte[]> differing;
    private final Changes changes;

    private OutputPlan(Set<Path> roots, Map<Path, byte[]> differing, Changes changes) {
        this.roots = roots;
        this.differing = differing;
        this.changes = changes;
    }

    /**
     * Compares what was generated with what is on disk.
     *
     * @param roots the folders that files are written below; emptied folders are removed up to them
     * @param outputs everything that was generated: content by absolute path
     * @param obsolete files to delete: generated earlier, and not among {@code outputs}
     * @param ownership which files may be replaced
     * @throws ForeignFileException if a file is in the way that was not generated
     * @throws IOException if a file cannot be read, or would be written outside of {@code roots}
     */
    public static OutputPlan of(
            Set<Path> roots, Map<Path, byte[]> outputs, Collection<Path> obsolete, Ownership ownership)
            throws IOException {
        Map<Path, byte[]> differing = new TreeMap<>();
        List<Path> foreign = new ArrayList<>();
        for (var output : outputs.entrySet()) {
            Path path = output.getKey();
            if (roots.stream().noneMatch(path::startsWith)) {
                throw new IOException("refusing to write " + path + ", which is outside of " + roots);
            }
            boolean exists = Files.exists(path);
            if (!exists || !Arrays.equals(Files.readAllBytes(path), output.getValue())) {
                differing.put(path, output.getValue());
                if (exists && !ownership.isGenerated(path)) {
                    foreign.add(path);
                }
            }
        }
        if (!foreign.isEmpty()) {
            foreign.sort(null);
            throw new ForeignFileException(foreign);
        }
        var changes = new Changes(
                List.copyOf(differing.keySet()),
                obsolete.stream().sorted().toList(),
                outputs.size() - differing.size());
        return new OutputPlan(Set.copyOf(roots), differing, changes);
    }

    /** What is written and what deleted. */
    public Changes changes() {
        return changes;
    }

    /**
     * Does it. All new contents are on disk before the first file is replaced, and if one cannot be replaced or deleted, what was
     * done is taken back: so neither a full disk nor a name that is too long leaves a mixture.
     *
     * @param staging a folder on the same disk, made if it is not there, that new contents are written to first
     * @throws IOException if a file cannot be written or deleted; then nothing was changed
     */
    public void carryOut(Path staging) throws IOException {
        if (differing.isEmpty() && changes.deleted().isEmpty()) {
            return;
        }
        Path folder = Files.createTempDirectory(Files.createDirectories(staging), "next");
        try {
            replace(folder);
        } finally {
            deleteFolder(folder);
        }
        for (Path path : changes.deleted()) {
            deleteEmptyFolders(path.getParent());
        }
    }

    private void replace(Path folder) throws IOException {
        var moves = new UndoableMoves(folder);
        try {
            Map<Path, Path> staged = new LinkedHashMap<>();
            for (var output : differing.entrySet()) {
                Files.createDirectories(output.getKey().getParent());
                Path next = folder.resolve("new" + staged.size());
                Files.write(next, output.getValue());
                staged.put(output.getKey(), next);
            }
            for (var move : staged.entrySet()) {
                moves.replace(move.getKey(), move.getValue());
            }
            for (Path path : changes.deleted()) {
                moves.delete(path);
            }
        } catch (IOException e) {
            moves.undo(e);
            for (Path path : differing.keySet()) {
                deleteEmptyFolders(path.getParent());
            }
            throw e;
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

package dev.wit4j.maven.incremental;

import dev.wit4j.codegen.output.Changes;
import dev.wit4j.codegen.output.ForeignFileException;
import dev.wit4j.codegen.output.GeneratedMark;
import dev.wit4j.codegen.output.OutputPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Writes what an execution generated, and a record of it that tells the next one what is this one's. */
public final class RecordedWriter {
    private final Path base;
    private final Path recordFile;
    private final Set<Path> roots;

    /**
     * @param base the project's folder
     * @param recordFile where this execution keeps its record
     * @param roots the folders that files are written below
     */
    public RecordedWriter(Path base, Path recordFile, Set<Path> roots) {
        this.base = base;
        this.recordFile = recordFile;
        this.roots = Set.copyOf(roots);
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
            throws IOException {
        OutputPlan plan = OutputPlan.of(
                roots,
                outputs,
                obsolete(outputs.keySet(), previous, needed),
                path -> previous.outputs().containsKey(path) || needed.contains(path) || GeneratedMark.isIn(path));

        Map<Path, String> digests = new TreeMap<>();
        outputs.forEach((path, contents) -> digests.put(path, Fingerprint.of(contents)));
        Map<Path, String> underway = new TreeMap<>(previous.outputs());
        underway.putAll(digests);
        new GenerationRecord(Optional.empty(), underway).write(recordFile, base);
        plan.carryOut(Objects.requireNonNull(recordFile.toAbsolutePath().getParent(), "a record is in a folder"));
        new GenerationRecord(Optional.of(fingerprint), digests).write(recordFile, base);
        return plan.changes();
    }

    /** What was generated and is so no longer, unless somebody has put a file of their own in its place. */
    private static List<Path> obsolete(Set<Path> outputs, GenerationRecord previous, Set<Path> needed)
            throws IOException {
        List<Path> obsolete = new ArrayList<>();
        for (var old : previous.outputs().entrySet()) {
            Path path = old.getKey();
            if (outputs.contains(path) || needed.contains(path) || !Files.isRegularFile(path)) {
                continue;
            }
            if (Fingerprint.of(Files.readAllBytes(path)).equals(old.getValue()) || GeneratedMark.isIn(path)) {
                obsolete.add(path);
            }
        }
        return obsolete;
    }
}

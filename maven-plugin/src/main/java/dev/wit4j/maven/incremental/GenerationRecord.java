package dev.wit4j.maven.incremental;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an execution of a goal left behind: the fingerprint of what went in, and every file that came out.
 *
 * @param fingerprint of all inputs; absent while files are being replaced, so that whoever is interrupted starts anew
 * @param outputs the digest of each file's content by its absolute path
 */
public record GenerationRecord(Optional<String> fingerprint, Map<Path, String> outputs) {
    /** The first line of the file. Its number grows with every change of the form, and of what the digests cover. */
    private static final String FORM = "wit4j generation record 1";

    private static final String NO_FINGERPRINT = "-";

    /** The record of an execution that never ran. */
    public static final GenerationRecord NONE = new GenerationRecord(Optional.empty(), Map.of());

    public GenerationRecord {
        outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
    }

    /** Whether these inputs led to these outputs, and every one of them is still there as it was written. */
    public boolean isCurrent(String expectedFingerprint) {
        if (!fingerprint.equals(Optional.of(expectedFingerprint))) {
            return false;
        }
        for (var output : outputs.entrySet()) {
            if (!isUntouched(output.getKey(), output.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isUntouched(Path file, String digest) {
        try {
            return Files.isRegularFile(file)
                    && Fingerprint.of(Files.readAllBytes(file)).equals(digest);
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Reads a record. One that is missing, damaged or of another form is {@link #NONE}: it only costs a generation.
     *
     * @param base what relative paths in the file are relative to
     */
    public static GenerationRecord read(Path file, Path base) {
        try {
            return parse(Files.readAllLines(file), base).orElse(NONE);
        } catch (IOException | UncheckedIOException e) {
            return NONE;
        }
    }

    private static Optional<GenerationRecord> parse(List<String> lines, Path base) {
        if (lines.size() < 2 || !lines.get(0).equals(FORM)) {
            return Optional.empty();
        }
        Map<Path, String> outputs = new TreeMap<>();
        for (String line : lines.subList(2, lines.size())) {
            int space = line.indexOf(' ');
            if (space < 0) {
                return Optional.empty();
            }
            try {
                outputs.put(base.resolve(line.substring(space + 1)).normalize(), line.substring(0, space));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        }
        Optional<String> fingerprint =
                lines.get(1).equals(NO_FINGERPRINT) ? Optional.empty() : Optional.of(lines.get(1));
        return Optional.of(new GenerationRecord(fingerprint, outputs));
    }

    /**
     * Writes this record beside its place first and moves it there, so that a reader finds the old one or the new one.
     *
     * @param base what paths in the file are written relative to, so that a project can be moved
     */
    public void write(Path file, Path base) throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add(FORM);
        lines.add(fingerprint.orElse(NO_FINGERPRINT));
        outputs.forEach((path, digest) -> lines.add(digest + " " + relative(path, base)));
        Path directory = Files.createDirectories(file.toAbsolutePath().getParent());
        Path next = directory.resolve(file.getFileName() + ".next");
        Files.write(next, lines);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String relative(Path path, Path base) {
        boolean sameRoot = path.getRoot() != null && path.getRoot().equals(base.getRoot());
        return (sameRoot ? base.relativize(path) : path).toString();
    }
}

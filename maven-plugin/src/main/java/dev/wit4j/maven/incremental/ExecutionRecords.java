package dev.wit4j.maven.incremental;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The records of all executions of a project, one file each. */
public final class ExecutionRecords {
    private static final String EXTENSION = ".record";

    private final Path base;
    private final Path directory;
    private final String own;
    private final Set<String> active;

    /**
     * @param base the project's folder
     * @param directory where the records are
     * @param own the id of the execution that is running
     * @param active the ids of all executions that the project has; a record of another one is left over
     */
    public ExecutionRecords(Path base, Path directory, String own, Set<String> active) {
        this.base = base;
        this.directory = directory;
        this.own = fileName(own);
        this.active = new HashSet<>();
        for (String execution : active) {
            this.active.add(fileName(execution));
        }
    }

    private static String fileName(String execution) {
        return URLEncoder.encode(execution, StandardCharsets.UTF_8) + EXTENSION;
    }

    /** The file of the execution that is running. */
    public Path file() {
        return directory.resolve(own);
    }

    /** What the execution that is running left last time. */
    public GenerationRecord read() {
        return GenerationRecord.read(file(), base);
    }

    /** The files that other executions of the project generate. */
    public Set<Path> neededByOthers() throws IOException {
        Set<Path> needed = new TreeSet<>();
        for (Path file : others()) {
            if (active.contains(file.getFileName().toString())) {
                needed.addAll(GenerationRecord.read(file, base).outputs().keySet());
            }
        }
        return needed;
    }

    /**
     * What the execution that is running and those that were taken out of the project left, so that it can clear up
     * behind them.
     */
    public GenerationRecord readWithLeftOver() throws IOException {
        GenerationRecord last = read();
        Map<Path, String> outputs = new TreeMap<>();
        for (Path file : leftOver()) {
            outputs.putAll(GenerationRecord.read(file, base).outputs());
        }
        outputs.putAll(last.outputs());
        return new GenerationRecord(last.fingerprint(), outputs);
    }

    /** Forgets the executions that were taken out of the project. */
    public void deleteLeftOver() throws IOException {
        for (Path file : leftOver()) {
            Files.delete(file);
        }
    }

    /** Whether there is a record of an execution that was taken out of the project. */
    public boolean hasLeftOver() throws IOException {
        return !leftOver().isEmpty();
    }

    private List<Path> leftOver() throws IOException {
        List<Path> leftOver = new ArrayList<>();
        for (Path file : others()) {
            if (!active.contains(file.getFileName().toString())) {
                leftOver.add(file);
            }
        }
        return leftOver;
    }

    private List<Path> others() throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> others = new ArrayList<>();
        try (var files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(EXTENSION) && !name.equals(own)) {
                    others.add(file);
                }
            }
        }
        others.sort(null);
        return others;
    }
}

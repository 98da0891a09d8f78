package dev.wit4j.maven.generation;

import dev.wit4j.codegen.output.Changes;
import dev.wit4j.codegen.output.ForeignFileException;
import dev.wit4j.maven.incremental.ExecutionRecords;
import dev.wit4j.maven.incremental.Fingerprint;
import dev.wit4j.maven.incremental.GenerationRecord;
import dev.wit4j.maven.incremental.RecordedWriter;
import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.maven.source.WitInputs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Generates when something has changed, all or nothing. */
public final class BindingsBuild {
    /** Makes the files, without touching the disk. */
    public interface Production {
        /** The content of every file by its absolute path. */
        Map<Path, byte[]> produce(WitInputs inputs) throws InvalidInputException, IOException;
    }

    /** Classes before what is packaged about them, of which the author has never heard. */
    private static final Comparator<Path> CLASSES_FIRST = Comparator.<Path, Boolean>comparing(
                    file -> !file.toString().endsWith(".java"))
            .thenComparing(Comparator.naturalOrder());

    private final Path base;
    private final GenerationRequest request;
    private final ExecutionRecords records;
    private final Map<Path, String> taken;
    private final Production production;

    /**
     * @param base the project's folder
     * @param request what to generate
     * @param records what was generated earlier
     * @param taken the digest of each file that another execution has generated in this very build
     * @param production what makes the files
     */
    public BindingsBuild(
            Path base,
            GenerationRequest request,
            ExecutionRecords records,
            Map<Path, String> taken,
            Production production) {
        this.base = base;
        this.taken = Map.copyOf(taken);
        this.request = request;
        this.records = records;
        this.production = production;
    }

    /** Brings the outputs up to date with {@code inputs}. */
    public Outcome run(WitInputs inputs) throws InvalidInputException, IOException {
        String fingerprint = request.fingerprint(inputs);
        GenerationRecord last = records.read();
        if (last.isCurrent(fingerprint) && !records.hasLeftOver()) {
            return new Outcome(
                    true, new Changes(List.of(), List.of(), last.outputs().size()), last.outputs());
        }
        Map<Path, byte[]> outputs = production.produce(inputs);
        requireNotTaken(outputs);
        var writer = new RecordedWriter(base, records.file(), request.folders().roots());
        try {
            Changes changes = writer.write(fingerprint, outputs, records.readWithLeftOver(), records.neededByOthers());
            records.deleteLeftOver();
            return new Outcome(false, changes, records.read().outputs());
        } catch (ForeignFileException e) {
            throw new InvalidInputException(e.getMessage());
        }
    }

    private void requireNotTaken(Map<Path, byte[]> outputs) throws InvalidInputException {
        Optional<Path> clash = outputs.entrySet().stream()
                .filter(output -> isTaken(output.getKey(), output.getValue()))
                .map(Map.Entry::getKey)
                .min(CLASSES_FIRST);
        if (clash.isPresent()) {
            throw new InvalidInputException("Two executions generate " + clash.get()
                    + " differently. Give one of them another basePackage, or put both worlds into one execution.");
        }
    }

    private boolean isTaken(Path file, byte[] content) {
        String other = taken.get(file);
        return other != null && !other.equals(Fingerprint.of(content));
    }
}

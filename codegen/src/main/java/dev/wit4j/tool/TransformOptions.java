package dev.wit4j.tool;

import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.transform.Exportize;
import dev.wit4j.parser.transform.Importize;
import dev.wit4j.parser.transform.NominalTypeIds;
import dev.wit4j.parser.transform.SemverMerge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is done to a model before it is written; several passes run in the order of these options. */
final class TransformOptions {
    @Option(
            names = {"-w", "--world"},
            paramLabel = "WORLD",
            description = "The world that passes without a world of their own work on; not needed where there is one.")
    private @Nullable String world;

    @Option(names = "--importize", description = "Make the exports of the world its imports.")
    private boolean importize;

    @Option(names = "--importize-world", paramLabel = "WORLD", description = "The same, for this world.")
    private @Nullable String importizeWorld;

    @Option(
            names = "--importize-out-world-name",
            paramLabel = "NAME",
            description = "The new name of that world; its name with -importized by default.")
    private @Nullable String importizeName;

    @Option(names = "--exportize", description = "Make the imports of the world its exports.")
    private boolean exportize;

    @Option(names = "--exportize-world", paramLabel = "WORLD", description = "The same, for this world.")
    private @Nullable String exportizeWorld;

    @Option(
            names = "--exportize-import",
            paramLabel = "IMPORT",
            description = "Make only this import an export; may be repeated.")
    private List<String> exportizeImports = new ArrayList<>();

    @Option(
            names = "--exportize-out-world-name",
            paramLabel = "NAME",
            description = "The new name of that world; its name with -exportized by default.")
    private @Nullable String exportizeName;

    @Option(
            names = {"--merge-by-semver"},
            description = "Of compatible versions of an import, keep the highest.")
    private boolean merge;

    @Option(
            names = "--merge-world-imports-based-on-semver",
            paramLabel = "WORLD",
            description = "The same, for this world.")
    private @Nullable String mergeWorld;

    @Option(
            names = "--nominal-type-ids",
            description = "Give an interface that the world imports and exports types of its own on each side.")
    private boolean nominal;

    @Option(names = "--generate-nominal-type-ids", paramLabel = "WORLD", description = "The same, for this world.")
    private @Nullable String nominalWorld;

    Input apply(Console console, Input input) throws CommandException {
        Input next = input;
        if (importize || importizeWorld != null || importizeName != null) {
            next = run(
                    console,
                    next,
                    importizeWorld,
                    (in, id) -> () -> Importize.apply(in.resolve(), id, Optional.ofNullable(importizeName)));
        }
        if (exportize || exportizeWorld != null || exportizeName != null || !exportizeImports.isEmpty()) {
            next = run(
                    console,
                    next,
                    exportizeWorld,
                    (in, id) -> () ->
                            Exportize.apply(in.resolve(), id, exportizeImports, Optional.ofNullable(exportizeName)));
        }
        if (merge || mergeWorld != null) {
            next = run(console, next, mergeWorld, (in, id) -> () -> SemverMerge.apply(in.resolve(), id));
        }
        if (nominal || nominalWorld != null) {
            next = run(console, next, nominalWorld, (in, id) -> () -> NominalTypeIds.apply(in.resolve(), id));
        }
        return next;
    }

    /** A pass over one world. */
    private interface WorldPass {
        Input.Pass<dev.wit4j.parser.model.Resolve> over(Input input, WorldId world);
    }

    private Input run(Console console, Input input, @Nullable String own, WorldPass pass) throws CommandException {
        WorldId id = input.world(Optional.ofNullable(own != null ? own : world));
        return input.with(input.attempt(console, pass.over(input, id)));
    }
}

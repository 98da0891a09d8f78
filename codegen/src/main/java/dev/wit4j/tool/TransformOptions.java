package dev.wit4j.tool;

import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.transform.Exportize;
import dev.wit4j.parser.transform.Importize;
import dev.wit4j.parser.transform.NominalTypeIds;
import dev.wit4j.parser.transform.SemverMerge;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** What is done to a model before it is written; several passes run in the order of these options. */
final class TransformOptions {
    private static final Option WORLD = OptionKinds.optional(
            "WORLD",
            "The world that passes without a world of their own work on; not needed where there is one.",
            "-w",
            "--world");
    private static final Option IMPORTIZE =
            OptionKinds.flag("Make the exports of the world its imports.", "--importize");
    private static final Option IMPORTIZE_WORLD =
            OptionKinds.optional("WORLD", "The same, for this world.", "--importize-world");
    private static final Option IMPORTIZE_NAME = OptionKinds.optional(
            "NAME", "The new name of that world; its name with -importized by default.", "--importize-out-world-name");
    private static final Option EXPORTIZE =
            OptionKinds.flag("Make the imports of the world its exports.", "--exportize");
    private static final Option EXPORTIZE_WORLD =
            OptionKinds.optional("WORLD", "The same, for this world.", "--exportize-world");
    private static final Option EXPORTIZE_IMPORT =
            OptionKinds.list("IMPORT", "Make only this import an export; may be repeated.", "--exportize-import");
    private static final Option EXPORTIZE_NAME = OptionKinds.optional(
            "NAME", "The new name of that world; its name with -exportized by default.", "--exportize-out-world-name");
    private static final Option MERGE =
            OptionKinds.flag("Of compatible versions of an import, keep the highest.", "--merge-by-semver");
    private static final Option MERGE_WORLD =
            OptionKinds.optional("WORLD", "The same, for this world.", "--merge-world-imports-based-on-semver");
    private static final Option NOMINAL = OptionKinds.flag(
            "Give an interface that the world imports and exports types of its own on each side.",
            "--nominal-type-ids");
    private static final Option NOMINAL_WORLD =
            OptionKinds.optional("WORLD", "The same, for this world.", "--generate-nominal-type-ids");

    /** The options of every command that transforms what it reads. */
    static final List<Option> ALL = List.of(
            WORLD,
            IMPORTIZE,
            IMPORTIZE_WORLD,
            IMPORTIZE_NAME,
            EXPORTIZE,
            EXPORTIZE_WORLD,
            EXPORTIZE_IMPORT,
            EXPORTIZE_NAME,
            MERGE,
            MERGE_WORLD,
            NOMINAL,
            NOMINAL_WORLD);

    private final Arguments arguments;

    TransformOptions(Arguments arguments) {
        this.arguments = arguments;
    }

    /** What the passes make of {@code input}. All but those with a world of their own work on one, whatever its name becomes. */
    Input apply(Console console, Input input) throws CommandException {
        Optional<WorldId> common =
                arguments.has(WORLD) ? Optional.of(input.world(arguments.value(WORLD))) : Optional.empty();
        Input next = input;
        if (anyOf(IMPORTIZE, IMPORTIZE_WORLD, IMPORTIZE_NAME)) {
            next = turn(
                    console,
                    next,
                    IMPORTIZE_WORLD,
                    common,
                    (in, id) -> () -> Importize.apply(in.resolve(), id, arguments.value(IMPORTIZE_NAME)));
        }
        if (anyOf(EXPORTIZE, EXPORTIZE_WORLD, EXPORTIZE_NAME, EXPORTIZE_IMPORT)) {
            next = turn(
                    console,
                    next,
                    EXPORTIZE_WORLD,
                    common,
                    (in, id) -> () -> Exportize.apply(
                            in.resolve(), id, arguments.values(EXPORTIZE_IMPORT), arguments.value(EXPORTIZE_NAME)));
        }
        if (anyOf(MERGE, MERGE_WORLD)) {
            next = run(console, next, MERGE_WORLD, common, (in, id) -> () -> SemverMerge.apply(in.resolve(), id));
        }
        if (anyOf(NOMINAL, NOMINAL_WORLD)) {
            next = run(console, next, NOMINAL_WORLD, common, (in, id) -> () -> NominalTypeIds.apply(in.resolve(), id));
        }
        return next;
    }

    private boolean anyOf(Option... options) {
        for (Option option : options) {
            if (arguments.has(option)) {
                return true;
            }
        }
        return false;
    }

    /** A pass over one world. */
    private interface WorldPass {
        Input.Pass<Resolve> over(Input input, WorldId world);
    }

    /** Runs a pass after which its world is what the model is about. */
    private Input turn(Console console, Input input, Option own, Optional<WorldId> common, WorldPass pass)
            throws CommandException {
        WorldId id = world(input, own, common);
        return input.with(input.attempt(console, pass.over(input, id))).at(id);
    }

    private Input run(Console console, Input input, Option own, Optional<WorldId> common, WorldPass pass)
            throws CommandException {
        return input.with(input.attempt(console, pass.over(input, world(input, own, common))));
    }

    private WorldId world(Input input, Option own, Optional<WorldId> common) throws CommandException {
        if (arguments.has(own) || common.isEmpty()) {
            return input.world(arguments.value(own));
        }
        return common.get();
    }
}

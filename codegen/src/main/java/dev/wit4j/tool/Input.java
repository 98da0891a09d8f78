package dev.wit4j.tool;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.source.SourceMap;
import dev.wit4j.parser.transform.TransformException;
import dev.wit4j.parser.transform.WorldSelection;
import java.util.List;
import java.util.Optional;

/** A model that was read, and its texts. */
record Input(Resolve resolve, PackageId main, SourceMap sources) {
    /** The world of that name, or the only one of the main package. */
    WorldId world(Optional<String> name) throws CommandException {
        try {
            return name.isPresent()
                    ? WorldSelection.named(resolve, main, name.get())
                    : WorldSelection.only(resolve, main);
        } catch (TransformException e) {
            throw CommandException.call(e.getMessage());
        }
    }

    /** What {@code pass} makes of it; a failure is shown with its place. */
    <T> T attempt(Console console, Pass<T> pass) throws CommandException {
        try {
            return pass.run();
        } catch (TransformException e) {
            console.report(List.of(Diagnostic.error("transform", e.span(), e.getMessage())), sources);
            throw CommandException.input("nothing was done");
        }
    }

    Input with(Resolve transformed) {
        return new Input(transformed, main, sources);
    }

    /** The same with the package of {@code world} as the main one. */
    Input at(WorldId world) {
        return new Input(resolve, resolve.world(world).packageId(), sources);
    }

    /** A pass over the model. */
    interface Pass<T> {
        T run() throws TransformException;
    }
}

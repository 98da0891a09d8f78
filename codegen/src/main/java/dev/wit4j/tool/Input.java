package dev.wit4j.tool;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.source.SourceMap;
import dev.wit4j.parser.transform.TransformException;
import dev.wit4j.parser.transform.WorldSelection;
import java.util.ArrayList;
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

    /** The packages of that name: all versions of it, unless the name has one. */
    List<PackageId> packages(String name) throws CommandException {
        List<PackageId> found = new ArrayList<>();
        List<String> known = new ArrayList<>();
        for (int i = 0; i < resolve.packages().size(); i++) {
            PackageName one = resolve.packages().get(i).name();
            known.add("`" + one + "`");
            if (name.equals(one.toString()) || name.equals(one.namespace() + ":" + one.name())) {
                found.add(new PackageId(i));
            }
        }
        if (found.isEmpty()) {
            throw CommandException.call("there is no package `" + name + "`: known are " + String.join(", ", known));
        }
        return found;
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

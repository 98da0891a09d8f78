package dev.wit4j.tool;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.transform.Incompatibility;
import dev.wit4j.parser.transform.SemverCheck;
import java.util.List;
import org.apache.commons.cli.Option;

/** {@code wit4j semver-check}. */
final class SemverCheckCommand implements Command {
    private static final Option WORLD =
            OptionKinds.optional("WORLD", "The world on both sides; not needed where there is one.", "-w", "--world");
    private static final Option PREVIOUS =
            OptionKinds.optional("WORLD", "The previous world, if its name was another.", "-p", "--prev");
    private static final Option NEW =
            OptionKinds.optional("WORLD", "The new world, if its name is another.", "-n", "--new");

    @Override
    public Syntax syntax() {
        return Syntax.of(
                "semver-check",
                "Says whether components made for one version of a world run in the next.",
                new Syntax.Paths(
                        2, "Where the previous and the new world are: two places in this order, or one that has both."),
                List.of(List.of(WORLD, PREVIOUS, NEW), InputOptions.ALL));
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandException {
        boolean isOnePlace = arguments.paths().size() == 1;
        if (isOnePlace && !arguments.has(PREVIOUS) && !arguments.has(NEW)) {
            throw CommandException.call("a world is not compared with itself: name two worlds of " + arguments.path()
                    + " with --prev and --new, or give the place of the new world behind it");
        }
        InputOptions options = InputOptions.of(arguments);
        Input earlier = options.read(console, arguments.path());
        Input later =
                isOnePlace ? earlier : options.read(console, arguments.paths().get(1));
        WorldId from = earlier.world(arguments.value(arguments.has(PREVIOUS) ? PREVIOUS : WORLD));
        WorldId to = later.world(arguments.value(arguments.has(NEW) ? NEW : WORLD));
        List<Incompatibility> found =
                later.attempt(console, () -> SemverCheck.between(earlier.resolve(), from, later.resolve(), to));
        console.report(
                found.stream()
                        .map(one -> Diagnostic.error("incompatible", one.span(), one.toString()))
                        .toList(),
                later.sources());
        if (!found.isEmpty()) {
            throw CommandException.input("the new world is not compatible with the previous one");
        }
        return 0;
    }
}

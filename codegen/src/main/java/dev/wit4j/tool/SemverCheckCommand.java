package dev.wit4j.tool;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.transform.Incompatibility;
import dev.wit4j.parser.transform.SemverCheck;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wit4j semver-check}. */
@Command(
        name = "semver-check",
        description = "Says whether components made for one version of a world run in the next.",
        mixinStandardHelpOptions = true)
final class SemverCheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..2",
            description = "Where the previous and the new world are: two places in this order, or one that has both.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = {"-w", "--world"},
            paramLabel = "WORLD",
            description = "The world on both sides; not needed where there is one.")
    private @Nullable String world;

    @Option(
            names = {"-p", "--prev"},
            paramLabel = "WORLD",
            description = "The previous world, if its name was another.")
    private @Nullable String previous;

    @Option(
            names = {"-n", "--new"},
            paramLabel = "WORLD",
            description = "The new world, if its name is another.")
    private @Nullable String next;

    @Mixin
    private InputOptions options = new InputOptions();

    SemverCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandException {
        Input earlier = options.read(console, paths.get(0));
        Input later = paths.size() == 1 ? earlier : options.read(console, paths.get(1));
        WorldId from = earlier.world(Optional.ofNullable(previous != null ? previous : world));
        WorldId to = later.world(Optional.ofNullable(next != null ? next : world));
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

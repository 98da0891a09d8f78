package dev.wit4j.tool;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.transform.Incompatibility;
import dev.wit4j.parser.transform.SemverCheck;
import java.nio.file.Path;
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
            description = "Where the new world is, and the previous one if it is not elsewhere.")
    private Path path = Path.of("-");

    @Option(names = "--prev-path", paramLabel = "PATH", description = "Where the previous world is.")
    private @Nullable Path previousPath;

    @Option(
            names = {"-p", "--prev"},
            paramLabel = "WORLD",
            description = "The previous world; not needed where there is one.")
    private @Nullable String previous;

    @Option(
            names = {"-n", "--new"},
            paramLabel = "WORLD",
            description = "The new world; not needed where there is one.")
    private @Nullable String next;

    @Mixin
    private InputOptions options = new InputOptions();

    SemverCheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandException {
        Input later = options.read(console, path);
        Input earlier = previousPath == null ? later : options.read(console, previousPath);
        WorldId from = earlier.world(Optional.ofNullable(previous));
        WorldId to = later.world(Optional.ofNullable(next));
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

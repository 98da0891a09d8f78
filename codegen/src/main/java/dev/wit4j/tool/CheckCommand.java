package dev.wit4j.tool;

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

/** {@code wit4j check}. */
@Command(
        name = "check",
        description = "Says what is wrong with packages, and nothing if they are fine.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "A directory with the files of a package and its deps/, a .wit file, an encoded package, or - .")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = {"-w", "--world"},
            paramLabel = "WORLD",
            description = "A world that each package must have.")
    private @Nullable String world;

    @Mixin
    private InputOptions options = new InputOptions();

    CheckCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        int worst = 0;
        for (Path path : paths) {
            try {
                Input input = options.readValid(console, path);
                if (world != null) {
                    input.world(Optional.of(world));
                }
            } catch (CommandException e) {
                console.error(e.getMessage());
                worst = Math.max(worst, e.exitCode());
            }
        }
        return worst;
    }
}

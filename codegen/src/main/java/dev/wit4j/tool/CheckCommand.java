package dev.wit4j.tool;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** {@code wit4j check}. */
final class CheckCommand implements Command {
    private static final Option WORLD =
            OptionKinds.optional("WORLD", "A world that each package must have.", "-w", "--world");

    @Override
    public Syntax syntax() {
        return Syntax.of(
                "check",
                "Says what is wrong with packages, and nothing if they are fine.",
                Syntax.Paths.ofPackages(),
                List.of(List.of(WORLD), InputOptions.ALL));
    }

    @Override
    public int run(Arguments arguments, Console console) {
        InputOptions options = InputOptions.of(arguments);
        Optional<String> world = arguments.value(WORLD);
        int worst = 0;
        for (Path path : arguments.paths()) {
            try {
                Input input = options.readValid(console, path);
                if (world.isPresent()) {
                    input.world(world);
                }
            } catch (CommandException e) {
                console.error(e.getMessage());
                worst = Math.max(worst, e.exitCode());
            }
        }
        return worst;
    }
}

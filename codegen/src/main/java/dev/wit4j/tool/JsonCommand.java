package dev.wit4j.tool;

import dev.wit4j.parser.json.ResolveJson;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code wit4j json}. */
@Command(
        name = "json",
        description = "Writes the resolved model as JSON, in the form of the reference implementation.",
        mixinStandardHelpOptions = true)
final class JsonCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            description =
                    "A directory with the files of a package and its deps/, a .wit file, an encoded package, or - .")
    private Path path = Path.of("-");

    @Mixin
    private InputOptions options = new InputOptions();

    @Mixin
    private TransformOptions transforms = new TransformOptions();

    JsonCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandException {
        Input input = transforms.apply(console, options.read(console, path));
        console.out().println(ResolveJson.write(input.resolve()));
        return 0;
    }
}

package dev.wit4j.tool;

import dev.wit4j.codegen.GeneratedSources;
import dev.wit4j.codegen.GeneratorOptions;
import dev.wit4j.codegen.JavaGenerator;
import dev.wit4j.codegen.SourceWriter;
import dev.wit4j.parser.model.WorldId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wit4j java}. */
@Command(
        name = "java",
        description = "Generates the Java that a component of a world, and a host of it, are written against.",
        mixinStandardHelpOptions = true)
final class JavaCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            description =
                    "A directory with the files of a package and its deps/, a .wit file, an encoded package, or - .")
    private Path path = Path.of("-");

    @Option(
            names = {"-w", "--world"},
            paramLabel = "WORLD",
            description = "The world; not needed where there is one.")
    private @Nullable String world;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            required = true,
            description = "The source root to write to. Files that did not change keep their time.")
    private Path directory = Path.of(".");

    @Mixin
    private InputOptions options = new InputOptions();

    JavaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandException {
        Input input = options.readValid(console, path);
        WorldId id = input.world(Optional.ofNullable(world));
        GeneratedSources generated = JavaGenerator.generate(input.resolve(), id, GeneratorOptions.DEFAULT);
        console.report(generated.diagnostics(), input.sources());
        if (generated.hasErrors()) {
            throw CommandException.input("there is no Java for this world");
        }
        try {
            new SourceWriter(directory).write(generated.sources());
        } catch (IOException e) {
            throw CommandException.input("cannot write the Java sources: " + e.getMessage());
        }
        return 0;
    }
}

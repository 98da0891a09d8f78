package dev.wit4j.tool;

import dev.wit4j.parser.binary.WitBinary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wit4j encode}. */
@Command(
        name = "encode",
        description = "Writes a package in its binary form, as registries keep it.",
        mixinStandardHelpOptions = true)
final class EncodeCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            description =
                    "A directory with the files of a package and its deps/, a .wit file, an encoded package, or - .")
    private Path path = Path.of("-");

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            description = "Where to write; the standard output by default.")
    private @Nullable Path output;

    @Mixin
    private InputOptions options = new InputOptions();

    EncodeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandException {
        Input input = options.readValid(console, path);
        byte[] bytes = WitBinary.encode(input.resolve(), input.main());
        if (output == null) {
            console.out().writeBytes(bytes);
            console.out().flush();
            return 0;
        }
        try {
            Files.write(output, bytes);
            return 0;
        } catch (IOException e) {
            throw CommandException.input("cannot write " + output + ": " + e.getMessage());
        }
    }
}

package dev.wit4j.tool;

import dev.wit4j.parser.binary.WitBinary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** {@code wit4j encode}. */
final class EncodeCommand implements Command {
    private static final Option OUT =
            OptionKinds.optional("FILE", "Where to write; the standard output by default.", "-o", "--out");

    @Override
    public Syntax syntax() {
        return Syntax.of(
                "encode",
                "Writes a package in its binary form, as registries keep it.",
                Syntax.Paths.ofPackage(),
                List.of(List.of(OUT), InputOptions.ALL));
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandException {
        Input input = InputOptions.of(arguments).readValid(console, arguments.path());
        byte[] bytes = WitBinary.encode(input.resolve(), input.main());
        Optional<String> output = arguments.value(OUT);
        if (output.isEmpty()) {
            console.out().writeBytes(bytes);
            console.out().flush();
            return 0;
        }
        Path file = Path.of(output.get());
        try {
            Files.write(file, bytes);
            return 0;
        } catch (IOException e) {
            throw FileTrouble.notWritten(file, e);
        }
    }
}

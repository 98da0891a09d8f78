package dev.wit4j.tool;

import dev.wit4j.parser.print.WitPrinter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code wit4j print}. */
@Command(
        name = "print",
        description = {
            "Writes the resolved packages as WIT, all in one text.",
            "What it prints is the model: comments that document nothing are gone. To tidy a file, use format."
        },
        mixinStandardHelpOptions = true)
final class PrintCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "PATH",
            description =
                    "A directory with the files of a package and its deps/, a .wit file, an encoded package, or - .")
    private Path path = Path.of("-");

    @Option(names = "--no-docs", description = "Leave documentation out.")
    private boolean withoutDocs;

    @Option(
            names = "--out-dir",
            paramLabel = "DIR",
            description = "Write one file per package: the main one here, the others in deps/.")
    private @Nullable Path directory;

    @Mixin
    private InputOptions options = new InputOptions();

    @Mixin
    private TransformOptions transforms = new TransformOptions();

    PrintCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws CommandException {
        Input input = transforms.apply(console, options.read(console, path));
        WitPrinter printer = new WitPrinter(!withoutDocs);
        if (directory == null) {
            console.out().print(printer.printAll(input.resolve(), input.main()));
        } else {
            new PackageFiles(input, printer)
                    .write(directory)
                    .forEach(file -> console.out().println("Writing: " + file));
        }
        return 0;
    }
}

package dev.wit4j.tool;

import dev.wit4j.parser.print.WitPrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;

/** {@code wit4j print}. */
final class PrintCommand implements Command {
    private static final Option NO_DOCS = OptionKinds.flag("Leave documentation out.", "--no-docs");
    private static final Option OUT_DIR = OptionKinds.optional(
            "DIR", "Write one file per package: the main one here, the others in deps/.", "--out-dir");

    @Override
    public Syntax syntax() {
        return Syntax.of(
                "print",
                "Writes the resolved packages as WIT, all in one text. What it prints is the model: comments that"
                        + " document nothing are gone. To tidy a file, use format.",
                Syntax.Paths.ofPackage(),
                List.of(List.of(NO_DOCS, OUT_DIR), InputOptions.ALL, TransformOptions.ALL));
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandException {
        Input read = InputOptions.of(arguments).read(console, arguments.path());
        Input input = new TransformOptions(arguments).apply(console, read);
        WitPrinter printer = new WitPrinter(!arguments.has(NO_DOCS));
        Optional<String> directory = arguments.value(OUT_DIR);
        if (directory.isEmpty()) {
            console.out().print(printer.printAll(input.resolve(), input.main()));
        } else {
            new PackageFiles(input, printer)
                    .write(Path.of(directory.get()))
                    .forEach(file -> console.out().println("Writing: " + file));
        }
        return 0;
    }
}

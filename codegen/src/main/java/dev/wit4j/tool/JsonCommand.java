package dev.wit4j.tool;

import dev.wit4j.parser.json.ResolveJson;
import java.util.List;

/** {@code wit4j json}. */
final class JsonCommand implements Command {
    @Override
    public Syntax syntax() {
        return Syntax.of(
                "json",
                "Writes the resolved model as JSON, in the form of the reference implementation.",
                Syntax.Paths.ofPackage(),
                List.of(InputOptions.ALL, TransformOptions.ALL));
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandException {
        Input read = InputOptions.of(arguments).read(console, arguments.path());
        Input input = new TransformOptions(arguments).apply(console, read);
        console.out().println(ResolveJson.write(input.resolve()));
        return 0;
    }
}

package dev.wit4j.tool;

import dev.wit4j.codegen.GeneratedSources;
import dev.wit4j.codegen.GeneratorOptions;
import dev.wit4j.codegen.JavaGenerator;
import dev.wit4j.codegen.SourceWriter;
import dev.wit4j.parser.model.WorldId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.cli.Option;

/** {@code wit4j java}. */
final class JavaCommand implements Command {
    private static final Option WORLD =
            OptionKinds.optional("WORLD", "The world; not needed where there is one.", "-w", "--world");
    private static final Option OUT = OptionKinds.required(
            "DIR", "The source root to write to. Files that did not change keep their time.", "-o", "--out");

    @Override
    public Syntax syntax() {
        return Syntax.of(
                "java",
                "Generates the Java that a component of a world, and a host of it, are written against.",
                Syntax.Paths.ofPackage(),
                List.of(List.of(WORLD, OUT), InputOptions.ALL));
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandException {
        Input input = InputOptions.of(arguments).readValid(console, arguments.path());
        WorldId id = input.world(arguments.value(WORLD));
        GeneratedSources generated = JavaGenerator.generate(input.resolve(), id, GeneratorOptions.DEFAULT);
        console.report(generated.diagnostics(), input.sources());
        if (generated.hasErrors()) {
            throw CommandException.input("there is no Java for this world");
        }
        try {
            new SourceWriter(Path.of(arguments.value(OUT).orElseThrow())).write(generated.sources());
        } catch (IOException e) {
            throw CommandException.input("cannot write the Java sources: " + e.getMessage());
        }
        return 0;
    }
}

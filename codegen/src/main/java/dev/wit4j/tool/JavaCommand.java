package dev.wit4j.tool;

import dev.wit4j.codegen.GeneratedSources;
import dev.wit4j.codegen.GeneratorOptions;
import dev.wit4j.codegen.JavaGenerator;
import dev.wit4j.codegen.SourceWriter;
import dev.wit4j.parser.model.PackageId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.cli.Option;

/** {@code wit4j java}. */
final class JavaCommand implements Command {
    private static final Option WORLD =
            OptionKinds.optional("WORLD", "The world; not needed where there is one.", "-w", "--world");
    private static final Option PACKAGE = OptionKinds.list(
            "PACKAGE",
            "Every interface of a package, in place of a world: ns:pkg, or ns:pkg@1.0.0 where there are several versions.",
            "-p",
            "--package");
    private static final Option OUT = OptionKinds.required(
            "DIR", "The source root to write to. Files that did not change keep their time.", "-o", "--out");

    @Override
    public Syntax syntax() {
        return Syntax.of(
                "java",
                "Generates the Java that a component of a world, and a host of it, are written against. A package without a"
                        + " world is generated whole, every interface of it.",
                Syntax.Paths.ofPackage(),
                List.of(List.of(WORLD, PACKAGE, OUT), InputOptions.ALL, MappingOptions.ALL));
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandException {
        if (arguments.has(WORLD) && arguments.has(PACKAGE)) {
            throw CommandException.call("--world and --package exclude each other");
        }
        GeneratorOptions options = MappingOptions.of(arguments, Wit4j.version());
        Input input = InputOptions.of(arguments).readValid(console, arguments.path());
        GeneratedSources generated = generate(input, arguments, options);
        console.report(generated.diagnostics(), input.sources());
        if (generated.hasErrors()) {
            throw CommandException.input("no Java was generated");
        }
        Path out = Path.of(arguments.value(OUT).orElseThrow());
        try {
            new SourceWriter(out).write(generated.sources());
        } catch (IOException e) {
            throw FileTrouble.notWritten(out, e);
        }
        return 0;
    }

    private static GeneratedSources generate(Input input, Arguments arguments, GeneratorOptions options)
            throws CommandException {
        boolean isWithoutWorld = input.resolve().pkg(input.main()).worlds().isEmpty();
        if (arguments.has(PACKAGE)) {
            Set<PackageId> packages = new LinkedHashSet<>();
            for (String name : arguments.values(PACKAGE)) {
                packages.addAll(input.packages(name));
            }
            return JavaGenerator.generate(input.resolve(), packages, options);
        }
        if (isWithoutWorld && !arguments.has(WORLD)) {
            return JavaGenerator.generate(input.resolve(), List.of(input.main()), options);
        }
        return JavaGenerator.generate(input.resolve(), input.world(arguments.value(WORLD)), options);
    }
}

package dev.wit4j.tool;

import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import dev.wit4j.parser.binary.WitBinary;
import dev.wit4j.parser.check.ValidityCheck;
import dev.wit4j.parser.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.apache.commons.cli.Option;

/**
 * How WIT is read.
 *
 * @param parsing what the parser is told
 */
record InputOptions(ParseOptions parsing) {
    private static final Option FEATURES =
            OptionKinds.list("FEATURE", "Include @unstable items of these features.", "--features");
    private static final Option ALL_FEATURES =
            OptionKinds.flag("Include @unstable items of all features.", "--all-features");
    private static final Option STRICT =
            OptionKinds.flag("Refuse syntax of the past that is otherwise a warning.", "--strict");

    /** The options of every command that reads packages. */
    static final List<Option> ALL = List.of(FEATURES, ALL_FEATURES, STRICT);

    static InputOptions of(Arguments arguments) {
        return new InputOptions(new ParseOptions(
                new HashSet<>(arguments.values(FEATURES)), arguments.has(ALL_FEATURES), arguments.has(STRICT)));
    }

    /** The model of what is at {@code path}; {@code -} is the standard input. Warnings and errors are shown. */
    Input read(Console console, Path path) throws CommandException {
        if (!isStandardInput(path) && !Files.exists(path)) {
            throw CommandException.call("there is no file or directory " + path);
        }
        ParseResult result = parse(console, path);
        console.report(result);
        if (result.hasErrors()) {
            throw CommandException.input(path + " is not valid");
        }
        return new Input(result.resolve().orElseThrow(), result.mainPackage().orElseThrow(), result.sources());
    }

    /** The same for what a component is to be made of: refuses also what no component may contain. */
    Input readValid(Console console, Path path) throws CommandException {
        Input input = read(console, path);
        Diagnostics diagnostics = new Diagnostics();
        ValidityCheck.check(input.resolve(), diagnostics);
        console.report(diagnostics.inOrder(), input.sources());
        if (diagnostics.errorCount() > 0) {
            throw CommandException.input(path + " is not valid");
        }
        return input;
    }

    private static boolean isStandardInput(Path path) {
        return path.toString().equals("-");
    }

    private ParseResult parse(Console console, Path path) throws CommandException {
        WitParser parser = new WitParser(parsing);
        if (!isStandardInput(path)) {
            return parser.parse(path);
        }
        try {
            byte[] bytes = console.in().readAllBytes();
            String text = new String(bytes, StandardCharsets.UTF_8);
            boolean encoded = WitBinary.isBinary(bytes) || WitBinary.isWebAssemblyText(text);
            return parser.parse(
                    encoded ? new PackageInput.Encoded("-", bytes) : PackageInput.Text.of("-", text), List.of());
        } catch (IOException e) {
            throw CommandException.input("cannot read the standard input: " + e.getMessage());
        }
    }
}

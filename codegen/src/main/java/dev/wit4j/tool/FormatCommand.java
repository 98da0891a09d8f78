package dev.wit4j.tool;

import dev.wit4j.parser.format.FormatResult;
import dev.wit4j.parser.format.WitFormatter;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.cli.Option;

/** {@code wit4j format}. */
final class FormatCommand implements Command {
    private static final Option CHECK =
            OptionKinds.flag("Change nothing; name the files that are not tidy, and fail if there are any.", "--check");

    @Override
    public Syntax syntax() {
        return Syntax.of(
                "format",
                "Tidies .wit files where they are, keeping comments and meaning. Of a directory, the files in it are"
                        + " formatted, not those of deps/. With - it formats what is piped in.",
                new Syntax.Paths(Integer.MAX_VALUE, "A .wit file, a directory of them, or - ."),
                List.of(List.of(CHECK)));
    }

    @Override
    public int run(Arguments arguments, Console console) throws CommandException {
        return new Run(console, arguments.has(CHECK)).over(arguments.paths()) ? 0 : 1;
    }

    /**
     * One call.
     *
     * @param check whether nothing is to be changed
     */
    private record Run(Console console, boolean check) {
        boolean over(List<Path> paths) throws CommandException {
            boolean fine = true;
            for (Path path : paths) {
                if (path.toString().equals("-")) {
                    fine &= formatInput();
                } else {
                    for (Path file : files(path)) {
                        fine &= formatFile(file);
                    }
                }
            }
            return fine;
        }

        private boolean formatInput() throws CommandException {
            try {
                String text = new String(console.in().readAllBytes(), StandardCharsets.UTF_8);
                FormatResult result = format("-", text);
                boolean tidy = result.text().isPresent() && result.text().get().equals(text);
                if (!check) {
                    result.text().ifPresent(console.out()::print);
                }
                return check ? tidy : result.text().isPresent();
            } catch (IOException e) {
                throw CommandException.input("cannot read the standard input: " + e.getMessage());
            }
        }

        private boolean formatFile(Path file) throws CommandException {
            String text = read(file);
            FormatResult result = format(file.toString(), text);
            if (result.text().isEmpty()) {
                return false;
            }
            if (result.text().get().equals(text)) {
                return true;
            }
            if (check) {
                console.err().println(file + " is not formatted");
                return false;
            }
            try {
                Files.writeString(file, result.text().get());
                return true;
            } catch (IOException e) {
                throw FileTrouble.notWritten(file, e);
            }
        }

        private FormatResult format(String path, String text) {
            FormatResult result = new WitFormatter().format(path, text);
            console.report(result.diagnostics(), result.sources());
            return result;
        }

        private static String read(Path file) throws CommandException {
            try {
                return Files.readString(file);
            } catch (CharacterCodingException e) {
                throw CommandException.input(file + " is no text in UTF-8");
            } catch (IOException e) {
                throw CommandException.input("cannot read " + file + ": " + e.getMessage());
            }
        }

        private static List<Path> files(Path path) throws CommandException {
            if (!Files.isDirectory(path)) {
                if (!Files.exists(path)) {
                    throw CommandException.call("there is no file or directory " + path);
                }
                return List.of(path);
            }
            try (Stream<Path> entries = Files.list(path)) {
                return entries.filter(entry -> entry.toString().endsWith(".wit") && Files.isRegularFile(entry))
                        .sorted()
                        .toList();
            } catch (IOException e) {
                throw CommandException.input("cannot list " + path + ": " + e.getMessage());
            }
        }
    }
}

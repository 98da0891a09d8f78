package dev.wit4j.tool;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.commons.cli.Option;
import org.jspecify.annotations.Nullable;

/** The program {@code wit4j}. Exit codes: 0 fine, 1 the input is wrong, 2 the call is wrong. */
public final class Wit4j {
    private static final List<String> COMMANDS =
            List.of("check", "json", "print", "format", "semver-check", "encode", "java");

    private Wit4j() {}

    /** Runs the command that {@code args} name, and ends the process. */
    public static void main(String[] args) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        Console console = new Console(new FileInputStream(FileDescriptor.in), out, err, Terminal.isStandardError());
        int code = run(console, args);
        out.flush();
        System.exit(code);
    }

    /** Runs one command with the streams of {@code console}; returns the exit code. */
    static int run(Console console, String... args) {
        if (args.length == 0) {
            new Help(console.err()).tool(allCommands());
            return 2;
        }
        List<String> words = List.of(args);
        Command command = command(words.get(0));
        if (asks(Syntax.HELP, words)) {
            Help help = new Help(console.out());
            if (command == null) {
                help.tool(allCommands());
            } else {
                help.command(command.syntax());
            }
            return 0;
        }
        if (asks(Syntax.VERSION, words)) {
            console.out().println(version());
            return 0;
        }
        try {
            if (command == null) {
                throw CommandException.call(
                        "there is no command `" + words.get(0) + "`: known are " + String.join(", ", COMMANDS));
            }
            return command.run(command.syntax().read(words.subList(1, words.size())), console);
        } catch (CommandException e) {
            console.error(e.getMessage());
            return e.exitCode();
        }
    }

    /** Whatever else the words say. */
    private static boolean asks(Option option, List<String> words) {
        return words.contains("-" + option.getOpt()) || words.contains("--" + option.getLongOpt());
    }

    /** Only the class of the command that is called is loaded. */
    private static @Nullable Command command(String name) {
        return switch (name) {
            case "check" -> new CheckCommand();
            case "json" -> new JsonCommand();
            case "print" -> new PrintCommand();
            case "format" -> new FormatCommand();
            case "semver-check" -> new SemverCheckCommand();
            case "encode" -> new EncodeCommand();
            case "java" -> new JavaCommand();
            default -> null;
        };
    }

    private static List<Command> allCommands() {
        return COMMANDS.stream()
                .flatMap(name -> Optional.ofNullable(command(name)).stream())
                .toList();
    }

    /** The name of the tool and its version. */
    static String version() {
        return "wit4j "
                + Optional.ofNullable(Wit4j.class.getPackage().getImplementationVersion())
                        .orElse("(not packaged)");
    }
}

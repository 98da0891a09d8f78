package dev.wit4j.tool;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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
        String name = args.length == 0 ? "" : args[0];
        Command command = command(name);
        try {
            if (command == null) {
                return withoutCommand(console, name);
            }
            Arguments arguments = command.syntax().read(Arrays.asList(args).subList(1, args.length));
            if (arguments.has(Syntax.HELP)) {
                console.out().print(Help.of(command.syntax()));
                return 0;
            }
            if (arguments.has(Syntax.VERSION)) {
                console.out().println(version());
                return 0;
            }
            return command.run(arguments, console);
        } catch (CommandException e) {
            console.error(e.getMessage());
            return e.exitCode();
        }
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

    private static int withoutCommand(Console console, String word) throws CommandException {
        if (Syntax.VERSION.names().contains(word)) {
            console.out().println(version());
            return 0;
        }
        boolean asked = Syntax.HELP.names().contains(word);
        if (!asked && !word.isEmpty()) {
            throw CommandException.call("there is no command `" + word + "`: known are " + String.join(", ", COMMANDS));
        }
        (asked ? console.out() : console.err()).print(Help.ofTool(allCommands()));
        return asked ? 0 : 2;
    }

    private static List<Command> allCommands() {
        return COMMANDS.stream()
                .flatMap(name -> Optional.ofNullable(command(name)).stream())
                .toList();
    }

    private static String version() {
        return "wit4j "
                + Optional.ofNullable(Wit4j.class.getPackage().getImplementationVersion())
                        .orElse("(not packaged)");
    }
}

package dev.wit4j.tool;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program {@code wit4j}. Exit codes: 0 fine, 1 the input is wrong, 2 the call is wrong. */
@Command(
        name = "wit4j",
        description = "Reads, checks and converts WIT packages, and generates Java from them.",
        mixinStandardHelpOptions = true,
        versionProvider = Wit4j.Version.class,
        subcommands = {
            CheckCommand.class,
            JsonCommand.class,
            PrintCommand.class,
            FormatCommand.class,
            SemverCheckCommand.class,
            EncodeCommand.class,
            JavaCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:fine", "1:the input is wrong", "2:the call is wrong"},
        synopsisSubcommandLabel = "COMMAND")
public final class Wit4j {
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
        CommandLine commands = new CommandLine(new Wit4j(), new Factory(console));
        commands.setOut(new PrintWriter(console.out(), true, StandardCharsets.UTF_8));
        commands.setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8));
        commands.setColorScheme(CommandLine.Help.defaultColorScheme(
                console.colours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
        commands.setCaseInsensitiveEnumValuesAllowed(true);
        commands.setExecutionExceptionHandler((exception, command, parsed) -> {
            if (exception instanceof CommandException wrong) {
                console.error(wrong.getMessage());
                return wrong.exitCode();
            }
            throw exception;
        });
        if (args.length == 0) {
            commands.usage(console.err());
            return 2;
        }
        return commands.execute(args);
    }

    /** Makes commands with the console that they write to. */
    private record Factory(Console console) implements CommandLine.IFactory {
        @Override
        public <K> K create(Class<K> type) throws Exception {
            for (var constructor : type.getDeclaredConstructors()) {
                if (constructor.getParameterCount() == 1 && constructor.getParameterTypes()[0] == Console.class) {
                    return type.cast(constructor.newInstance(console));
                }
            }
            return CommandLine.defaultFactory().create(type);
        }
    }

    /** The version that is in the jar. */
    static final class Version implements CommandLine.IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {
                "wit4j "
                        + Optional.ofNullable(Wit4j.class.getPackage().getImplementationVersion())
                                .orElse("(not packaged)")
            };
        }
    }
}

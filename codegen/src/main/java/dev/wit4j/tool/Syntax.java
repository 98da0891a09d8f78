package dev.wit4j.tool;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a command is called.
 *
 * @param command its name
 * @param description what it does, in a few sentences
 * @param paths what the paths behind its name are
 * @param options its options
 */
record Syntax(String command, String description, Paths paths, List<Option> options) {
    /** Shows how a command is called. */
    static final Option HELP = Option.flag("Show this help and do nothing else.", "-h", "--help");
    /** Shows what this tool is. */
    static final Option VERSION = Option.flag("Show the version and do nothing else.", "-V", "--version");

    /**
     * The paths that a command takes, at least one.
     *
     * @param most how many
     * @param description what they are
     */
    record Paths(int most, String description) {
        private static final String OF_PACKAGE =
                "A directory with the files of a package and its deps/, a .wit file, an encoded package, or - .";

        /** One package. */
        static Paths ofPackage() {
            return new Paths(1, OF_PACKAGE);
        }

        /** One package or more. */
        static Paths ofPackages() {
            return new Paths(Integer.MAX_VALUE, OF_PACKAGE);
        }
    }

    /** A command with these options, and those that all commands have. */
    static Syntax of(String command, String description, Paths paths, List<List<Option>> groups) {
        List<Option> options = new ArrayList<>();
        for (List<Option> group : groups) {
            options.addAll(group);
        }
        options.add(HELP);
        options.add(VERSION);
        return new Syntax(command, description, paths, List.copyOf(options));
    }

    /**
     * What {@code words} say, the name of the command left out.
     *
     * @throws CommandException if they do not fit; a call for help always does
     */
    Arguments read(List<String> words) throws CommandException {
        Arguments arguments = new Arguments();
        boolean optionsMayFollow = true;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!optionsMayFollow || !word.startsWith("-") || word.equals("-")) {
                addPath(arguments, word);
            } else if (word.equals("--")) {
                optionsMayFollow = false;
            } else {
                String name = nameIn(word);
                Option option = optionOf(name);
                String value = word.substring(name.length());
                if (option.isFlag()) {
                    addFlag(arguments, option, value);
                } else if (value.isEmpty()) {
                    i++;
                    addValue(arguments, option, i < words.size() ? words.get(i) : null);
                } else {
                    addValue(arguments, option, value.startsWith("=") ? value.substring(1) : value);
                }
            }
        }
        if (!arguments.has(HELP) && !arguments.has(VERSION)) {
            checkComplete(arguments);
        }
        return arguments;
    }

    /** {@code --name=value} and {@code -nvalue} are names with their value. */
    private static String nameIn(String word) {
        if (!word.startsWith("--")) {
            return word.substring(0, 2);
        }
        int equals = word.indexOf('=');
        return equals < 0 ? word : word.substring(0, equals);
    }

    private Option optionOf(String name) throws CommandException {
        for (Option option : options) {
            if (option.names().contains(name)) {
                return option;
            }
        }
        throw wrong("there is no option " + name);
    }

    private void addFlag(Arguments arguments, Option option, String value) throws CommandException {
        if (!value.isEmpty()) {
            throw wrong(option.longName() + " takes no value");
        }
        arguments.add(option, "");
    }

    private void addValue(Arguments arguments, Option option, @Nullable String value) throws CommandException {
        if (value == null) {
            throw wrong(option.longName() + " needs a value");
        }
        if (option.isSingle() && arguments.has(option)) {
            throw wrong(option.longName() + " is given twice");
        }
        if (option.use() == Option.Use.LIST) {
            for (String one : value.split(",")) {
                arguments.add(option, one);
            }
        } else {
            arguments.add(option, value);
        }
    }

    private void addPath(Arguments arguments, String word) throws CommandException {
        if (arguments.paths().size() == paths.most()) {
            throw wrong("`" + word + "` is one path too many");
        }
        try {
            arguments.add(Path.of(word));
        } catch (InvalidPathException e) {
            throw wrong("`" + word + "` is no path: " + e.getReason());
        }
    }

    private void checkComplete(Arguments arguments) throws CommandException {
        for (Option option : options) {
            if (option.use() == Option.Use.REQUIRED && !arguments.has(option)) {
                throw wrong(option.withValue() + " is missing");
            }
        }
        if (arguments.paths().isEmpty()) {
            throw wrong("the PATH is missing");
        }
    }

    private CommandException wrong(String message) {
        return CommandException.call(message + "; wit4j " + command + " --help shows what can be said");
    }
}

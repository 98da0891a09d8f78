package dev.wit4j.tool;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.DefaultParser;
import org.apache.commons.cli.MissingArgumentException;
import org.apache.commons.cli.MissingOptionException;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;
import org.apache.commons.cli.UnrecognizedOptionException;

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
    static final Option HELP = OptionKinds.flag("Show this help and do nothing else.", "-h", "--help");
    /** Shows what this tool is. */
    static final Option VERSION = OptionKinds.flag("Show the version and do nothing else.", "-V", "--version");

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
     * @throws CommandException if they do not fit
     */
    Arguments read(List<String> words) throws CommandException {
        Options known = new Options();
        for (Option option : options) {
            known.addOption(option);
        }
        CommandLine given;
        try {
            given = DefaultParser.builder()
                    .setAllowPartialMatching(false)
                    .get()
                    .parse(known, words.toArray(new String[0]));
        } catch (MissingOptionException e) {
            throw wrong(
                    written(known.getOption(String.valueOf(e.getMissingOptions().get(0)))) + " is missing");
        } catch (MissingArgumentException e) {
            throw wrong("--" + e.getOption().getLongOpt() + " needs a value");
        } catch (UnrecognizedOptionException e) {
            throw wrong("there is no option " + e.getOption());
        } catch (ParseException e) {
            throw wrong(String.valueOf(e.getMessage()));
        }
        for (Option option : given.getOptions()) {
            if (option.hasArg() && !OptionKinds.isList(option) && given.getOptionValues(option).length > 1) {
                throw wrong("--" + option.getLongOpt() + " is given twice");
            }
        }
        return new Arguments(given, paths(given.getArgList()));
    }

    /** An option that has a value, with what stands for it. */
    static String written(Option option) {
        return "--" + option.getLongOpt() + " <" + option.getArgName() + ">";
    }

    private List<Path> paths(List<String> words) throws CommandException {
        if (words.isEmpty()) {
            throw wrong("the PATH is missing");
        }
        if (words.size() > paths.most()) {
            throw wrong("`" + words.get(paths.most()) + "` is one path too many");
        }
        List<Path> read = new ArrayList<>();
        for (String word : words) {
            try {
                read.add(Path.of(word));
            } catch (InvalidPathException e) {
                throw wrong("`" + word + "` is no path: " + e.getReason());
            }
        }
        return read;
    }

    private CommandException wrong(String message) {
        return CommandException.call(message + "; wit4j " + command + " --help shows what can be said");
    }
}

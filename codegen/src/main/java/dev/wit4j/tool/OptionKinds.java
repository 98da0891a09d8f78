package dev.wit4j.tool;

import org.apache.commons.cli.Option;

/** The kinds of options that the commands have. A name is written as on the command line, the one of a letter first. */
final class OptionKinds {
    /** Between the values of an option that may have several. */
    static final char SEPARATOR = ',';

    private OptionKinds() {}

    /** An option that is there or not. */
    static Option flag(String description, String... names) {
        return named(description, names).get();
    }

    /** An option with a value, which may be left out. */
    static Option optional(String value, String description, String... names) {
        return named(description, names).hasArg().argName(value).get();
    }

    /** An option with a value, without which the command cannot be called. */
    static Option required(String value, String description, String... names) {
        return named(description, names).hasArg().argName(value).required().get();
    }

    /** An option whose values are given with commas or blanks between them, or one after another. */
    static Option list(String value, String description, String... names) {
        return named(description, names)
                .hasArg()
                .argName(value)
                .valueSeparator(SEPARATOR)
                .get();
    }

    /** Whether it may be given more than once. */
    static boolean isList(Option option) {
        return option.getValueSeparator() == SEPARATOR;
    }

    private static Option.Builder named(String description, String... names) {
        Option.Builder option = names.length == 1 ? Option.builder() : Option.builder(names[0].substring("-".length()));
        return option.longOpt(names[names.length - 1].substring("--".length())).desc(description);
    }
}

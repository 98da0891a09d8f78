package dev.wit4j.tool;

import java.util.List;

/**
 * An option of a command. Two are the same if they have the same names.
 *
 * @param names how it is written, the long name last
 * @param value what stands for its value in the help; empty if it has none
 * @param use how often it may be given, and whether it must be
 * @param description one or two sentences
 */
record Option(List<String> names, String value, Use use, String description) {
    /** How often an option is given. */
    enum Use {
        /** Once or not at all. */
        OPTIONAL,
        /** Once. */
        REQUIRED,
        /** As often as wanted. */
        REPEATABLE,
        /** As often as wanted, and each time with several values between commas. */
        LIST
    }

    /** An option that is there or not. */
    static Option flag(String description, String... names) {
        return new Option(List.of(names), "", Use.OPTIONAL, description);
    }

    /** An option with a value, which may be left out. */
    static Option optional(String value, String description, String... names) {
        return new Option(List.of(names), value, Use.OPTIONAL, description);
    }

    /** An option with a value, without which the command cannot be called. */
    static Option required(String value, String description, String... names) {
        return new Option(List.of(names), value, Use.REQUIRED, description);
    }

    /** An option with a value that may be given several times. */
    static Option repeatable(String value, String description, String... names) {
        return new Option(List.of(names), value, Use.REPEATABLE, description);
    }

    /** An option whose values are given with commas between them, or one after another. */
    static Option list(String value, String description, String... names) {
        return new Option(List.of(names), value, Use.LIST, description);
    }

    boolean isFlag() {
        return value.isEmpty();
    }

    /** Whether it may be given at most once. */
    boolean isSingle() {
        return use == Use.OPTIONAL || use == Use.REQUIRED;
    }

    String longName() {
        return names.get(names.size() - 1);
    }

    /** The long name, and the value if there is one. */
    String withValue() {
        return isFlag() ? longName() : longName() + "=" + value;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Option option && names.equals(option.names);
    }

    @Override
    public int hashCode() {
        return longName().hashCode();
    }
}

package dev.wit4j.tool;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The texts that say how the tool is called. */
final class Help {
    private static final int WIDTH = 80;
    /** Where descriptions begin. */
    private static final int COLUMN = 24;

    private final StringBuilder text = new StringBuilder();

    private Help() {}

    /** Of the tool. */
    static String ofTool(List<Command> commands) {
        Help help = new Help();
        help.paragraph("Usage: wit4j COMMAND", 7);
        help.paragraph("Reads, checks and converts WIT packages, and generates Java from them.", 0);
        help.paragraph("", 0);
        help.entry("", Syntax.HELP.names(), Syntax.HELP.description());
        help.entry("", Syntax.VERSION.names(), Syntax.VERSION.description());
        help.paragraph("", 0);
        for (Command command : commands) {
            help.entry(command.syntax().command(), List.of(), command.syntax().description());
        }
        help.paragraph("", 0);
        help.paragraph("Exit codes: 0 fine, 1 the input is wrong, 2 the call is wrong.", 0);
        return help.text.toString();
    }

    /** Of one command. */
    static String of(Syntax syntax) {
        List<Option> sorted = new ArrayList<>(syntax.options());
        sorted.sort(Comparator.comparing(Option::longName));
        StringBuilder usage = new StringBuilder("Usage: wit4j ").append(syntax.command());
        for (Option option : sorted) {
            usage.append(option.use() == Option.Use.REQUIRED ? " " : " [")
                    .append(option.withValue())
                    .append(option.use() == Option.Use.LIST ? "[,...]" : "")
                    .append(option.use() == Option.Use.REQUIRED ? "" : "]")
                    .append(option.isSingle() ? "" : "...");
        }
        usage.append(" PATH").append(syntax.paths().most() > 1 ? "..." : "");
        Help help = new Help();
        help.paragraph(usage.toString(), 7);
        help.paragraph(syntax.description(), 0);
        help.paragraph("", 0);
        help.entry("PATH", List.of(), syntax.paths().description());
        for (Option option : sorted) {
            List<String> names = new ArrayList<>(option.names());
            names.set(names.size() - 1, option.withValue());
            help.entry("", names, option.description());
        }
        return help.text.toString();
    }

    /** A name, or the names of an option, and beside it what it means. */
    private void entry(String name, List<String> names, String description) {
        StringBuilder head = new StringBuilder("  ");
        if (names.isEmpty()) {
            head.append(name);
        } else {
            head.append(names.size() == 1 ? "    " : names.get(0) + ", ").append(names.get(names.size() - 1));
        }
        if (head.length() + 2 > COLUMN) {
            text.append(head).append('\n');
            head.setLength(0);
        }
        head.append(" ".repeat(COLUMN - head.length()));
        paragraph(head + description, COLUMN);
    }

    /** Broken between words; lines but the first are indented. */
    private void paragraph(String content, int indentation) {
        String rest = content;
        while (rest.length() > WIDTH) {
            int end = rest.lastIndexOf(' ', WIDTH);
            if (end <= indentation) {
                break;
            }
            text.append(rest, 0, end).append('\n');
            rest = " ".repeat(indentation) + rest.substring(end + 1);
        }
        text.append(rest).append('\n');
    }
}

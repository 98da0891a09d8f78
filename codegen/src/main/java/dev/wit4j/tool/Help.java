package dev.wit4j.tool;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.help.HelpFormatter;
import org.apache.commons.cli.help.TableDefinition;
import org.apache.commons.cli.help.TextHelpAppendable;
import org.apache.commons.cli.help.TextStyle;

/** Shows how the tool is called. */
final class Help {
    private static final int WIDTH = 98;
    /** As wide as the longest name of a command. */
    private static final int COLUMN = 13;

    private static final TextStyle NAME = TextStyle.builder()
            .setMinWidth(COLUMN)
            .setMaxWidth(COLUMN)
            .setScalable(false)
            .get();

    private final TextHelpAppendable text;
    private final HelpFormatter formatter;

    Help(PrintStream out) {
        text = new TextHelpAppendable(out);
        text.setMaxWidth(WIDTH);
        formatter = HelpFormatter.builder()
                .setShowSince(false)
                .setHelpAppendable(text)
                .get();
    }

    /** The tool, and what its commands do. */
    void tool(List<Command> commands) {
        List<List<String>> rows = commands.stream()
                .map(command ->
                        List.of(command.syntax().command(), command.syntax().description()))
                .toList();
        try {
            text.appendParagraph("usage: wit4j COMMAND");
            text.appendParagraph("Reads, checks and converts WIT packages, and generates Java from them.");
            text.appendTable(TableDefinition.from(
                    "", List.of(NAME, TextStyle.DEFAULT), List.of("Command", "What it does"), rows));
            formatter.printOptions(List.of(Syntax.HELP, Syntax.VERSION));
            text.appendParagraph("Exit codes: 0 fine, 1 the input is wrong, 2 the call is wrong.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One command, and its options. */
    void command(Syntax syntax) {
        String required = syntax.options().stream()
                .filter(Option::isRequired)
                .map(option -> Syntax.written(option) + " ")
                .reduce("", String::concat);
        try {
            formatter.printHelp(
                    "wit4j " + syntax.command() + " " + required + "[OPTION]... PATH"
                            + (syntax.paths().most() > 1 ? "..." : ""),
                    syntax.description(),
                    syntax.options(),
                    "PATH: " + syntax.paths().description(),
                    false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.wit4j.parser.format;

import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.source.SourceMap;
import dev.wit4j.parser.source.SourceMap.Source;
import dev.wit4j.parser.syntax.Lexemes;
import dev.wit4j.parser.syntax.WitSyntax;
import java.util.Optional;

/**
 * Formats WIT files. Comments stay, each with the item that it documents; formatting what was formatted changes nothing.
 * Immutable; safe for use by several threads.
 */
public final class WitFormatter {
    private final WitSyntax syntax = new WitSyntax(false);

    /**
     * Formats one file.
     *
     * @param path what messages call it
     * @param text its characters
     */
    public FormatResult format(String path, String text) {
        SourceMap.Builder sources = new SourceMap.Builder();
        Source source = sources.add(path, text);
        Diagnostics diagnostics = new Diagnostics();
        Optional<String> formatted =
                syntax.parse(source, diagnostics).map(file -> new Layout(Roles.assign(Lexemes.of(source))).arrange());
        return new FormatResult(formatted, diagnostics.inOrder(), sources.build());
    }
}

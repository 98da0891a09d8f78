package dev.wit4j.tool;

import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.DiagnosticRenderer;
import dev.wit4j.parser.source.SourceMap;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/**
 * Where a command reads and writes.
 *
 * @param in what is piped in
 * @param out results, and nothing else
 * @param err what people are told
 * @param colours whether a person looks at {@code err} on a terminal
 */
record Console(InputStream in, PrintStream out, PrintStream err, boolean colours) {
    void report(ParseResult result) {
        report(result.diagnostics(), result.sources());
    }

    void report(List<Diagnostic> diagnostics, SourceMap sources) {
        if (diagnostics.isEmpty()) {
            return;
        }
        DiagnosticRenderer renderer = new DiagnosticRenderer(
                sources, colours ? DiagnosticRenderer.Style.ANSI : DiagnosticRenderer.Style.PLAIN);
        diagnostics.forEach(
                diagnostic -> err.println(renderer.render(diagnostic).stripTrailing()));
    }

    void error(String message) {
        err.println("error: " + message);
    }
}

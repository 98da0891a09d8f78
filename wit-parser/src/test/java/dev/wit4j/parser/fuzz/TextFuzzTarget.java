package dev.wit4j.parser.fuzz;

import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import dev.wit4j.parser.check.ValidityCheck;
import dev.wit4j.parser.diagnostic.DiagnosticRenderer;
import dev.wit4j.parser.diagnostic.DiagnosticRenderer.Style;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.json.ResolveJson;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** WIT text from arbitrary bytes: a model that can be checked and written, or diagnostics that can be shown. */
public final class TextFuzzTarget {
    private static final WitParser PARSER = new WitParser(ParseOptions.DEFAULT.withAllFeatures(true));

    private TextFuzzTarget() {}

    /** One input; throws if something is wrong with the parser. */
    public static void fuzzerTestOneInput(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        ParseResult result = PARSER.parse(PackageInput.Text.of("fuzz.wit", text), List.of());
        DiagnosticRenderer renderer = new DiagnosticRenderer(result.sources(), Style.PLAIN);
        result.diagnostics().forEach(renderer::render);
        if (result.hasErrors() && result.diagnostics().isEmpty()) {
            throw new IllegalStateException("refused without a word");
        }
        result.resolve().ifPresent(resolve -> {
            ResolveJson.write(resolve);
            ValidityCheck.check(resolve, new Diagnostics());
        });
    }
}

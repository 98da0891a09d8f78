package dev.wit4j.parser.fuzz;

import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import dev.wit4j.parser.json.ResolveJson;
import java.util.List;

/** Encoded packages from arbitrary bytes, binary or text: a model, or a diagnostic. */
public final class EncodedFuzzTarget {
    private static final WitParser PARSER = new WitParser(ParseOptions.DEFAULT.withAllFeatures(true));

    private EncodedFuzzTarget() {}

    /** One input; throws if something is wrong with the decoder. */
    public static void fuzzerTestOneInput(byte[] data) {
        ParseResult result = PARSER.parse(new PackageInput.Encoded("fuzz.wasm", data), List.of());
        if (result.hasErrors() && result.diagnostics().isEmpty()) {
            throw new IllegalStateException("refused without a word");
        }
        result.resolve().ifPresent(ResolveJson::write);
    }
}

package dev.wit4j.parser.property;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.parser.Models;
import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import dev.wit4j.parser.binary.DecodedPackage;
import dev.wit4j.parser.binary.InvalidPackageException;
import dev.wit4j.parser.binary.WitBinary;
import dev.wit4j.parser.format.WitFormatter;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.print.WitPrinter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds for every package, tried on many generated ones. */
class RoundTripPropertyTest {
    private static final int SEEDS = 400;
    private static final WitParser PARSER = new WitParser(ParseOptions.DEFAULT.withAllFeatures(true));

    @Test
    void printedEncodedAndFormattedModelsReadBackAsTheSame() throws InvalidPackageException {
        int valid = 0;
        for (long seed = 0; seed < SEEDS; seed++) {
            String text = RandomWit.of(seed);
            ParseResult written = parse(text);
            if (written.hasErrors()) {
                continue; // exports that depend on each other through an import
            }
            valid++;
            // Printing sorts what is in an interface, so ids settle with the printed text.
            Resolve model = parsed(
                    print(written.resolve().orElseThrow(), written.mainPackage().orElseThrow()));
            PackageId main = written.mainPackage().orElseThrow();
            String printed = print(model, main);
            assertThat(parsed(printed)).as("print, seed %d", seed).isEqualTo(model);

            byte[] encoded = WitBinary.encode(model, main);
            DecodedPackage decoded = WitBinary.decode(encoded);
            assertThat(print(decoded.resolve(), decoded.main()))
                    .as("decode, seed %d", seed)
                    .isEqualTo(printed);
            assertThat(WitBinary.encode(decoded.resolve(), decoded.main()))
                    .as("encode again, seed %d", seed)
                    .isEqualTo(encoded);

            String formatted = new WitFormatter().format("a.wit", text).text().orElseThrow();
            assertThat(parsed(formatted))
                    .as("format, seed %d", seed)
                    .isEqualTo(Models.withoutSpans(written.resolve().orElseThrow()));
        }
        assertThat(valid).isGreaterThan(SEEDS * 8 / 10);
    }

    private static ParseResult parse(String text) {
        return PARSER.parse(PackageInput.Text.of("a.wit", text), List.of());
    }

    private static Resolve parsed(String text) {
        ParseResult result = parse(text);
        assertThat(result.diagnostics()).as(text).isEmpty();
        return Models.withoutSpans(result.resolve().orElseThrow());
    }

    private static String print(Resolve resolve, PackageId main) {
        return new WitPrinter().print(resolve, main);
    }
}

package dev.wit4j.parser;

import dev.wit4j.parser.binary.DecodedPackage;
import dev.wit4j.parser.binary.InvalidPackageException;
import dev.wit4j.parser.binary.WitBinary;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads packages that are encoded as WebAssembly components. */
final class EncodedPackages {
    private final Diagnostics diagnostics;

    EncodedPackages(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** The packages in {@code input}; empty if it is broken, which is reported. */
    Optional<DecodedPackage> decode(PackageInput.Encoded input) {
        try {
            return Optional.of(
                    WitBinary.isBinary(input.bytes())
                            ? WitBinary.decode(input.bytes())
                            : WitBinary.decodeText(new String(input.bytes(), StandardCharsets.UTF_8)));
        } catch (InvalidPackageException e) {
            diagnostics.report(Diagnostic.error(
                    "invalid-encoding",
                    Span.NONE,
                    "`" + input.name() + "` is no encoded WIT package: " + e.getMessage()));
            return Optional.empty();
        }
    }
}

package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.Gate;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the attributes of an item say together. */
final class Attributes {
    private Attributes() {}

    /** The stability that {@code attributes} declare; a combination without meaning is reported. */
    static Stability stability(List<Gate> attributes, Diagnostics diagnostics) {
        List<Gate> gates = new ArrayList<>();
        for (Gate gate : attributes) {
            if (!(gate instanceof Gate.ExternalId)) {
                gates.add(gate);
            }
        }
        if (gates.isEmpty()) {
            return Stability.UNKNOWN;
        }
        Optional<Gate> deprecation = only(gates, Gate.Deprecated.class);
        Optional<Version> deprecated = deprecation.isPresent()
                ? Optional.of(((Gate.Deprecated) deprecation.get()).version())
                : Optional.empty();
        if (gates.size() == 1 && deprecated.isPresent()) {
            diagnostics.report(Diagnostic.error(
                            "deprecated-alone",
                            gates.get(0).span(),
                            "@deprecated stands alone: it needs @since or @unstable beside it")
                    .withHint("say since when the item exists: `@since(version = ...)`"));
            return Stability.UNKNOWN;
        }
        if (gates.size() == (deprecated.isPresent() ? 2 : 1)) {
            Optional<Gate> since = only(gates, Gate.Since.class);
            if (since.isPresent()) {
                return new Stability.Stable(((Gate.Since) since.get()).version(), deprecated);
            }
            Optional<Gate> unstable = only(gates, Gate.Unstable.class);
            if (unstable.isPresent()) {
                return new Stability.Unstable(((Gate.Unstable) unstable.get()).feature(), deprecated);
            }
        }
        diagnostics.report(
                Diagnostic.error("attribute-combination", gates.get(1).span(), "these attributes do not go together")
                        .withHint("an item has one of @since and @unstable, and @deprecated at most once beside it"));
        return Stability.UNKNOWN;
    }

    /** The text of {@code @external-id}; a second one is reported. */
    static Optional<String> externalId(List<Gate> attributes, Diagnostics diagnostics) {
        Optional<String> found = Optional.empty();
        for (Gate gate : attributes) {
            if (gate instanceof Gate.ExternalId externalId) {
                if (found.isPresent()) {
                    diagnostics.report(
                            Diagnostic.error("attribute-combination", gate.span(), "an item has only one @external-id")
                                    .withHint("keep one of them"));
                    return found;
                }
                found = Optional.of(externalId.id());
            }
        }
        return found;
    }

    /** The gate of that kind, if there is exactly one. */
    private static Optional<Gate> only(List<Gate> gates, Class<? extends Gate> kind) {
        Optional<Gate> found = Optional.empty();
        for (Gate gate : gates) {
            if (kind.isInstance(gate)) {
                if (found.isPresent()) {
                    return Optional.empty();
                }
                found = Optional.of(gate);
            }
        }
        return found;
    }
}

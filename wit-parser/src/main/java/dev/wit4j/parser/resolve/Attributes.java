package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.Gate;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.Version;
import java.util.List;
import java.util.Optional;

/** What the attributes of an item say together. */
final class Attributes {
    private Attributes() {}

    /** The stability that {@code attributes} declare; a combination without meaning is reported. */
    static Stability stability(List<Gate> attributes, Diagnostics diagnostics) {
        List<Gate> gates = attributes.stream()
                .filter(gate -> !(gate instanceof Gate.ExternalId))
                .toList();
        Optional<Version> deprecated = only(gates, Gate.Deprecated.class).map(Gate.Deprecated::version);
        if (gates.isEmpty()) {
            return Stability.UNKNOWN;
        }
        if (gates.size() == 1 && deprecated.isPresent()) {
            diagnostics.report(Diagnostic.error(
                            "deprecated-alone",
                            gates.get(0).span(),
                            "@deprecated stands alone: it needs @since or @unstable beside it")
                    .withHint("say since when the item exists: `@since(version = ...)`"));
            return Stability.UNKNOWN;
        }
        if (gates.size() == (deprecated.isPresent() ? 2 : 1)) {
            Optional<Stability> stable =
                    only(gates, Gate.Since.class).map(since -> new Stability.Stable(since.version(), deprecated));
            Optional<Stability> unstable =
                    only(gates, Gate.Unstable.class).map(gate -> new Stability.Unstable(gate.feature(), deprecated));
            if (stable.isPresent() || unstable.isPresent()) {
                return stable.or(() -> unstable).orElseThrow();
            }
        }
        diagnostics.report(
                Diagnostic.error("attribute-combination", gates.get(1).span(), "these attributes do not go together")
                        .withHint("an item has one of @since and @unstable, and @deprecated at most once beside it"));
        return Stability.UNKNOWN;
    }

    /** The text of {@code @external-id}; a second one is reported. */
    static Optional<String> externalId(List<Gate> attributes, Diagnostics diagnostics) {
        List<Gate> ids =
                attributes.stream().filter(Gate.ExternalId.class::isInstance).toList();
        if (ids.size() > 1) {
            diagnostics.report(
                    Diagnostic.error("attribute-combination", ids.get(1).span(), "an item has only one @external-id")
                            .withHint("keep one of them"));
        }
        return ids.stream().map(gate -> ((Gate.ExternalId) gate).id()).findFirst();
    }

    private static <G extends Gate> Optional<G> only(List<Gate> gates, Class<G> kind) {
        List<G> found = gates.stream().filter(kind::isInstance).map(kind::cast).toList();
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}

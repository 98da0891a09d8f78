package dev.wit4j.codegen.translate;

import dev.wit4j.codegen.model.Documentation;
import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.Version;
import java.util.Optional;

/** From comments and gates to what is said about an item in Java. */
final class DocumentationTranslation {
    private DocumentationTranslation() {}

    static Documentation of(Optional<Docs> docs, Stability stability, String signature) {
        if (stability instanceof Stability.Stable stable) {
            return new Documentation(
                    text(docs),
                    signature,
                    Optional.of(stable.since().toString()),
                    Optional.empty(),
                    deprecated(stability));
        }
        if (stability instanceof Stability.Unstable unstable) {
            return new Documentation(
                    text(docs), signature, Optional.empty(), Optional.of(unstable.feature()), deprecated(stability));
        }
        return of(docs, signature);
    }

    /** For what can carry no gates. */
    static Documentation of(Optional<Docs> docs, String signature) {
        return new Documentation(text(docs), signature, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The version that deprecated an item, if one did. */
    static Optional<String> deprecated(Stability stability) {
        Optional<Version> version = Optional.empty();
        if (stability instanceof Stability.Stable stable) {
            version = stable.deprecated();
        } else if (stability instanceof Stability.Unstable unstable) {
            version = unstable.deprecated();
        }
        return version.map(Version::toString);
    }

    private static String text(Optional<Docs> docs) {
        return docs.map(Docs::contents).orElse("").strip();
    }
}

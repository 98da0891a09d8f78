package dev.wit4j.codegen.translate;

import dev.wit4j.codegen.model.Documentation;
import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.Version;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From comments and gates to what is said about an item in Java. */
final class DocumentationTranslation {
    private DocumentationTranslation() {}

    static Documentation of(Optional<Docs> docs, Stability stability, String signature) {
        var notes = new ArrayList<String>();
        Optional<Version> deprecated = Optional.empty();
        if (stability instanceof Stability.Stable stable) {
            notes.add("Since version " + stable.since() + ".");
            deprecated = stable.deprecated();
        } else if (stability instanceof Stability.Unstable unstable) {
            notes.add("Unstable: part of the feature " + unstable.feature() + ".");
            deprecated = unstable.deprecated();
        }
        return new Documentation(text(docs), signature, notes, deprecated.map(Version::toString));
    }

    /** For what can carry no gates. */
    static Documentation of(Optional<Docs> docs, String signature) {
        return new Documentation(text(docs), signature, List.of(), Optional.empty());
    }

    private static String text(Optional<Docs> docs) {
        return docs.map(Docs::contents).orElse("").strip();
    }
}

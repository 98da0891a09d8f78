package dev.wit4j.parser.transform;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.resolve.Reelaboration;
import java.util.List;

/** Makes the worlds of a changed model complete again. */
final class Elaboration {
    private Elaboration() {}

    /** The model with {@code worlds} elaborated. */
    static Resolve of(ResolveDraft draft, List<WorldId> worlds) throws TransformException {
        Diagnostics diagnostics = new Diagnostics();
        Resolve elaborated = Reelaboration.of(draft.freeze(), worlds, diagnostics);
        if (diagnostics.errorCount() > 0) {
            Diagnostic first = diagnostics.inOrder().get(0);
            throw new TransformException(first.message(), first.span());
        }
        return elaborated;
    }
}

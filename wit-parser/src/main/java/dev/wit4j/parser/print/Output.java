package dev.wit4j.parser.print;

import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.Version;
import java.util.Optional;

/** Lines of WIT, indented by the blocks that they stand in. */
final class Output {
    private final StringBuilder text = new StringBuilder();
    private final boolean withDocs;
    private int depth;

    Output(boolean withDocs) {
        this.withDocs = withDocs;
    }

    void line(String line) {
        text.append("  ".repeat(depth)).append(line).append('\n');
    }

    void blank() {
        text.append('\n');
    }

    /** Starts a block: {@code head {}. */
    void open(String head) {
        line(head + " {");
        depth++;
    }

    void close() {
        depth--;
        line("}");
    }

    void docs(Optional<Docs> docs) {
        if (!withDocs || docs.isEmpty() || docs.get().contents().isEmpty()) {
            return;
        }
        for (String docLine : docs.get().contents().split("\n", -1)) {
            line(docLine.isEmpty() ? "///" : "/// " + docLine);
        }
    }

    void stability(Stability stability) {
        if (stability instanceof Stability.Stable stable) {
            line("@since(version = " + stable.since() + ")");
            deprecated(stable.deprecated());
        } else if (stability instanceof Stability.Unstable unstable) {
            line("@unstable(feature = " + WitText.identifier(unstable.feature()) + ")");
            deprecated(unstable.deprecated());
        }
    }

    private void deprecated(Optional<Version> version) {
        version.ifPresent(v -> line("@deprecated(version = " + v + ")"));
    }

    void externalId(Optional<String> id) {
        id.ifPresent(value -> line("@external-id(" + WitText.string(value) + ")"));
    }

    String text() {
        return text.toString();
    }
}

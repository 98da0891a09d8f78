package dev.wit4j.parser.resolve;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.Version;
import dev.wit4j.parser.source.Span;
import java.util.Optional;
import java.util.Set;

/** Decides which items the gates let through, given the selected features and the version of the package. */
final class GateCheck {
    private final Features features;
    private final PackageName packageName;
    private final Diagnostics diagnostics;

    GateCheck(Features features, PackageName packageName, Diagnostics diagnostics) {
        this.features = features;
        this.packageName = packageName;
        this.diagnostics = diagnostics;
    }

    /** Which {@code @unstable} items are present. */
    record Features(Set<String> selected, boolean all) {
        Features {
            selected = Set.copyOf(selected);
        }
    }

    /**
     * Whether an item with that stability is present.
     *
     * @throws LinkFailure if its version is one that the package does not have; reported at {@code span}
     */
    boolean includes(Stability stability, Span span) {
        if (stability instanceof Stability.Unstable unstable) {
            return features.all() || features.selected().contains(unstable.feature());
        }
        if (stability instanceof Stability.Stable stable) {
            requireVersion(stable.since(), span);
        }
        return true;
    }

    private void requireVersion(Version since, Span span) {
        Optional<Version> version = packageName.version();
        if (version.isPresent() && since.compareTo(version.get()) <= 0) {
            return;
        }
        String problem = version.isPresent()
                ? "the item is there @since version " + since + ", but package `" + packageName
                        + "` has not got beyond " + version.get()
                : "package `" + packageName + "` has no version, so nothing in it can be there @since one";
        diagnostics.report(Diagnostic.error("invalid-gate", span, problem));
        throw new LinkFailure();
    }
}

package dev.wit4j.parser.resolve;

import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Puts packages that are resolved by themselves together to one model. */
public final class Linker {
    private final GateCheck.Features features;
    private final Diagnostics diagnostics;

    /**
     * A linker that reports to {@code diagnostics}.
     *
     * @param features the features whose {@code @unstable} items are present
     * @param allFeatures whether all of them are, whatever their feature
     */
    public Linker(Set<String> features, boolean allFeatures, Diagnostics diagnostics) {
        this.features = new GateCheck.Features(features, allFeatures);
        this.diagnostics = diagnostics;
    }

    /**
     * The model of all packages in {@code groups} behind those of {@code base}; of no use if errors were reported.
     *
     * @param base packages that are resolved already; their ids stay valid
     */
    public Linked link(Resolve base, List<PackageGroup> groups) {
        List<UnresolvedPackage> drafts = new ArrayList<>();
        for (PackageGroup group : groups) {
            drafts.addAll(group.packages());
        }
        ModelBuilder model = new ModelBuilder(base);
        KnownPackages present = new KnownPackages();
        for (Package known : base.packages()) {
            present.add(known.name());
        }
        for (UnresolvedPackage draft : drafts) {
            present.add(draft.name());
        }
        for (UnresolvedPackage draft : PackageOrder.of(drafts, diagnostics)) {
            int errorsBefore = diagnostics.errorCount();
            new PackageLinker(draft, model, features, diagnostics).link(present);
            if (draft.broken || diagnostics.errorCount() > errorsBefore) {
                present.markBroken(draft.name());
            }
        }
        return new Linked(model.build(), groups.isEmpty() ? Optional.empty() : idOf(groups.get(0), model));
    }

    private static Optional<PackageId> idOf(PackageGroup group, ModelBuilder model) {
        Optional<PackageName> name = group.name();
        return name.isEmpty() ? Optional.empty() : Optional.ofNullable(model.packageIds.get(name.get()));
    }

    /**
     * The model.
     *
     * @param resolve all packages
     * @param main the package of the first group, if it has one
     */
    public record Linked(Resolve resolve, Optional<PackageId> main) {}
}

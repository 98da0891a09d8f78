package dev.wit4j.parser.resolve;

import dev.wit4j.parser.model.PackageName;
import java.util.List;
import java.util.Optional;

/** The packages that one directory or file holds, each resolved by itself. Opaque to callers. */
public final class PackageGroup {
    private final Optional<PackageDraft> main;
    private final List<PackageDraft> nested;

    PackageGroup(Optional<PackageDraft> main, List<PackageDraft> nested) {
        this.main = main;
        this.nested = List.copyOf(nested);
    }

    /** The name of the package that the files belong to; empty if none says it. */
    public Optional<PackageName> name() {
        return main.map(PackageDraft::name);
    }

    /** The packages in the order in which they are compared: those in braces first. */
    List<PackageDraft> packages() {
        List<PackageDraft> all = new java.util.ArrayList<>(nested);
        main.ifPresent(all::add);
        return all;
    }

    Optional<PackageDraft> main() {
        return main;
    }
}

package dev.wit4j.parser.resolve;

import dev.wit4j.parser.model.PackageName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The packages that one directory or file holds, each resolved by itself. */
public final class PackageGroup {
    private final Optional<UnresolvedPackage> main;
    private final List<UnresolvedPackage> nested;

    PackageGroup(Optional<UnresolvedPackage> main, List<UnresolvedPackage> nested) {
        this.main = main;
        this.nested = List.copyOf(nested);
    }

    /** The name of the package that the files belong to; empty if none says it. */
    public Optional<PackageName> name() {
        return main.isPresent() ? Optional.of(main.get().name()) : Optional.empty();
    }

    /** The names of all packages in it. */
    public Set<PackageName> provided() {
        Set<PackageName> names = new LinkedHashSet<>();
        for (UnresolvedPackage draft : packages()) {
            names.add(draft.name());
        }
        return names;
    }

    /** The names of the packages that those in it refer to. */
    public Set<PackageName> needed() {
        Set<PackageName> names = new LinkedHashSet<>();
        for (UnresolvedPackage draft : packages()) {
            names.addAll(draft.foreign.keySet());
        }
        return names;
    }

    /** The packages in the order in which they are compared: those in braces first. */
    List<UnresolvedPackage> packages() {
        List<UnresolvedPackage> all = new ArrayList<>(nested);
        if (main.isPresent()) {
            all.add(main.get());
        }
        return all;
    }
}

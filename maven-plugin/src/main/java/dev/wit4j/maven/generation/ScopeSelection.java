package dev.wit4j.maven.generation;

import dev.wit4j.maven.contract.Contracts;
import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.transform.TransformException;
import dev.wit4j.parser.transform.WorldSelection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Finds the worlds and packages that a build file names. */
final class ScopeSelection {
    private final Resolve resolve;
    private final Contracts contracts;

    private ScopeSelection(Contracts contracts) {
        this.contracts = contracts;
        this.resolve = contracts.resolve();
    }

    /**
     * What {@code selection} asks for; without a word from it every world of the project's own package, and if that has none,
     * all of its interfaces.
     */
    static Scope select(Contracts contracts, Selection selection) throws InvalidInputException {
        var selector = new ScopeSelection(contracts);
        if (selection.worlds().isEmpty() && selection.packages().isEmpty()) {
            return selector.ownPackage();
        }
        List<WorldId> worlds = new ArrayList<>();
        for (String name : selection.worlds()) {
            worlds.add(selector.world(name));
        }
        List<PackageId> packages = new ArrayList<>();
        for (String name : selection.packages()) {
            packages.addAll(selector.packages(name));
        }
        return new Scope(contracts.resolve(), worlds, packages);
    }

    private Scope ownPackage() throws InvalidInputException {
        if (!contracts.hasOwnPackage()) {
            throw new InvalidInputException("There is no WIT package of the project itself, only packages in deps/. "
                    + "Name the packages to generate, <packages><package>"
                    + withoutVersion(resolve.pkg(contracts.main()))
                    + "</package></packages>, or put a .wit file with a world in front of deps/.");
        }
        Package own = resolve.pkg(contracts.main());
        return own.worlds().isEmpty()
                ? new Scope(resolve, List.of(), List.of(contracts.main()))
                : new Scope(resolve, List.copyOf(own.worlds().values()), List.of());
    }

    private WorldId world(String name) throws InvalidInputException {
        try {
            return WorldSelection.named(resolve, contracts.main(), name);
        } catch (TransformException e) {
            throw new InvalidInputException("Cannot generate the world `" + name + "`: " + e.getMessage());
        }
    }

    private List<PackageId> packages(String name) throws InvalidInputException {
        List<PackageId> found = new ArrayList<>();
        for (int i = 0; i < resolve.packages().size(); i++) {
            Package pkg = resolve.packages().get(i);
            if (name.equals(pkg.name().toString()) || name.equals(withoutVersion(pkg))) {
                found.add(new PackageId(i));
            }
        }
        if (found.isEmpty()) {
            throw new InvalidInputException("There is no package `" + name + "`. There are: "
                    + resolve.packages().stream()
                            .map(pkg -> pkg.name().toString())
                            .collect(Collectors.joining(", ")));
        }
        return found;
    }

    private static String withoutVersion(Package pkg) {
        return pkg.name().namespace() + ":" + pkg.name().name();
    }
}

package dev.wit4j.parser.transform;

import dev.wit4j.parser.draft.InterfaceDraft;
import dev.wit4j.parser.draft.PackageDraft;
import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Unites two models. A package in both becomes one: an interface has then what either side knows of it, as decoded packages
 * know others only in part; a world must be the same on both sides.
 */
public final class ResolveMerge {
    private final Resolve into;
    private final Resolve from;
    private final ArenaCopy copy;
    private final Map<PackageName, PackageId> packages = new HashMap<>();

    private ResolveMerge(Resolve into, Resolve from) {
        this.into = into;
        this.from = from;
        this.copy = new ArenaCopy(from, into);
        for (int i = 0; i < into.packages().size(); i++) {
            packages.put(into.packages().get(i).name(), new PackageId(i));
        }
    }

    /**
     * The model with the packages of both.
     *
     * @param into a model; the ids of its worlds, interfaces and types stay valid
     * @param from a model whose ids do not
     * @throws TransformException if both define something of the same name differently
     */
    public static Resolve merge(Resolve into, Resolve from) throws TransformException {
        ResolveMerge merge = new ResolveMerge(into, from);
        merge.match();
        return PackageSorting.sorted(merge.united());
    }

    /** Finds what is on both sides, and whether the sides agree on it. */
    private void match() throws TransformException {
        InterfaceAgreement interfaces = new InterfaceAgreement(into, from);
        for (Package pkg : from.packages()) {
            PackageId id = packages.get(pkg.name());
            if (id == null) {
                continue;
            }
            Package same = into.pkg(id);
            for (Map.Entry<String, InterfaceId> entry : pkg.interfaces().entrySet()) {
                InterfaceId known = same.interfaces().get(entry.getKey());
                if (known != null) {
                    check("interface", pkg, entry.getKey(), interfaces.difference(known, entry.getValue()));
                    copy.match(entry.getValue(), known);
                }
            }
            for (Map.Entry<String, WorldId> entry : pkg.worlds().entrySet()) {
                WorldId known = same.worlds().get(entry.getKey());
                if (known != null) {
                    check("world", pkg, entry.getKey(), difference(known, entry.getValue()));
                    copy.match(entry.getValue(), known);
                }
            }
        }
    }

    private static void check(String kind, Package pkg, String name, Optional<String> difference)
            throws TransformException {
        if (difference.isPresent()) {
            throw new TransformException(
                    kind + " " + pkg.name().item(name) + " is defined twice, and differently: " + difference.get());
        }
    }

    /** Worlds are the same if components for either run in the other. */
    private Optional<String> difference(WorldId left, WorldId right) throws TransformException {
        List<Incompatibility> there = SemverCheck.between(into, left, from, right);
        List<Incompatibility> back = SemverCheck.between(from, right, into, left);
        return there.isEmpty()
                ? back.stream().findFirst().map(Incompatibility::toString)
                : Optional.of(there.get(0).toString());
    }

    private Resolve united() {
        ResolveDraft draft = new ResolveDraft(into);
        for (Package pkg : from.packages()) {
            packages.computeIfAbsent(pkg.name(), name -> draft.add(new PackageDraft(name)));
        }
        copy.appendTo(draft, this::packageOf);
        for (Package pkg : from.packages()) {
            PackageDraft target = draft.pkg(packageOf(pkg));
            if (target.docs().isEmpty()) {
                target.setDocs(pkg.docs());
            }
            pkg.interfaces().forEach((name, id) -> target.interfaces().putIfAbsent(name, copy.iface(id)));
            pkg.worlds().forEach((name, id) -> target.worlds().putIfAbsent(name, copy.world(id)));
            pkg.interfaces().values().forEach(id -> complete(id, draft.iface(copy.iface(id))));
        }
        return draft.freeze();
    }

    private PackageId packageOf(PackageId id) {
        return packageOf(from.pkg(id));
    }

    private PackageId packageOf(Package pkg) {
        return java.util.Objects.requireNonNull(packages.get(pkg.name()));
    }

    /** Adds to an interface what only the other side knew. */
    private void complete(InterfaceId source, InterfaceDraft target) {
        from.iface(source).types().forEach((name, type) -> target.types().putIfAbsent(name, copy.type(type)));
        from.iface(source)
                .functions()
                .forEach((name, function) ->
                        target.functions().computeIfAbsent(name, missing -> copy.function(function)));
    }
}

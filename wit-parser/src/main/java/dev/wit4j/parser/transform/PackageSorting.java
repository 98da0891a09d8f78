package dev.wit4j.parser.transform;

import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldItem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Puts each package of a model behind those that it depends on, otherwise leaving them in their order. */
final class PackageSorting {
    private PackageSorting() {}

    static Resolve sorted(Resolve resolve) throws TransformException {
        List<Set<Integer>> needs = needs(resolve);
        Set<Integer> order = new LinkedHashSet<>();
        while (order.size() < needs.size()) {
            Optional<Integer> next = firstReady(needs, order);
            if (next.isEmpty()) {
                throw new TransformException("the packages of both models together depend on each other in a circle");
            }
            order.add(next.get());
        }
        ResolveDraft draft = new ResolveDraft(resolve);
        draft.packages().clear();
        int[] places = new int[order.size()];
        for (int old : order) {
            places[old] = draft.packages().size();
            draft.add(new dev.wit4j.parser.draft.PackageDraft(resolve.packages().get(old)));
        }
        draft.interfaces()
                .forEach(iface -> iface.setPackageId(
                        new PackageId(places[iface.packageId().index()])));
        draft.worlds()
                .forEach(world -> world.setPackageId(
                        new PackageId(places[world.packageId().index()])));
        return draft.freeze();
    }

    private static Optional<Integer> firstReady(List<Set<Integer>> needs, Set<Integer> done) {
        for (int i = 0; i < needs.size(); i++) {
            if (!done.contains(i) && done.containsAll(needs.get(i))) {
                return Optional.of(i);
            }
        }
        return Optional.empty();
    }

    private static List<Set<Integer>> needs(Resolve resolve) {
        ResolveDraft draft = new ResolveDraft(resolve);
        List<Set<Integer>> needs = new ArrayList<>();
        resolve.packages().forEach(pkg -> needs.add(new TreeSet<>()));
        for (var iface : resolve.interfaces()) {
            for (TypeId type : iface.types().values()) {
                TypeDefs.usedFrom(draft, type).ifPresent(used -> add(resolve, needs, iface.packageId(), used));
            }
        }
        for (World world : resolve.worlds()) {
            world.imports().values().forEach(item -> add(resolve, needs, world, item));
            world.exports().values().forEach(item -> add(resolve, needs, world, item));
        }
        return needs;
    }

    private static void add(Resolve resolve, List<Set<Integer>> needs, World world, WorldItem item) {
        if (item instanceof WorldItem.Interface reference) {
            add(resolve, needs, world.packageId(), reference.id());
        }
    }

    private static void add(Resolve resolve, List<Set<Integer>> needs, PackageId pkg, InterfaceId used) {
        PackageId other = resolve.iface(used).packageId();
        if (!other.equals(pkg)) {
            needs.get(pkg.index()).add(other.index());
        }
    }
}

package dev.wit4j.parser.binary;

import dev.wit4j.parser.draft.InterfaceDraft;
import dev.wit4j.parser.draft.PackageDraft;
import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The packages that a decoded one mentions. */
final class ForeignPackages {
    private final ResolveDraft draft;
    private final Map<PackageName, PackageDraft> packages = new LinkedHashMap<>();
    private final Map<InterfaceId, PackageName> homes = new HashMap<>();

    ForeignPackages(ResolveDraft draft) {
        this.draft = draft;
    }

    /** The interface of that name, made without items when it is first asked for. */
    InterfaceId iface(QualifiedName name) {
        PackageDraft pkg = packages.computeIfAbsent(name.packageName(), PackageDraft::new);
        return pkg.interfaces().computeIfAbsent(name.item(), item -> {
            InterfaceId id = draft.add(new InterfaceDraft(java.util.Optional.of(item)));
            homes.put(id, name.packageName());
            return id;
        });
    }

    /** Moves all packages into the model, each behind those that it depends on, {@code main} last. */
    void finish(PackageDraft main) throws InvalidPackageException {
        if (packages.containsKey(main.name())) {
            throw new InvalidPackageException("package " + main.name() + " mentions an interface before it is defined");
        }
        for (PackageName name : inDependencyOrder()) {
            insert(pkg(name));
        }
        insert(main);
    }

    private Set<PackageName> inDependencyOrder() throws InvalidPackageException {
        Set<PackageName> done = new LinkedHashSet<>();
        Set<PackageName> open = new LinkedHashSet<>();
        Deque<Visit> stack = new ArrayDeque<>();
        for (PackageName root : packages.keySet()) {
            if (!done.contains(root)) {
                open.add(root);
                stack.push(new Visit(root, dependencies(root).iterator()));
            }
            while (!stack.isEmpty()) {
                Visit visit = stack.peek();
                if (!visit.rest().hasNext()) {
                    stack.pop();
                    open.remove(visit.name());
                    done.add(visit.name());
                    continue;
                }
                PackageName next = visit.rest().next();
                if (done.contains(next)) {
                    continue;
                }
                if (!open.add(next)) {
                    throw new InvalidPackageException(
                            "packages " + visit.name() + " and " + next + " depend on each other");
                }
                stack.push(new Visit(next, dependencies(next).iterator()));
            }
        }
        return done;
    }

    /** A package on the way down, and the dependencies not yet looked at. */
    private record Visit(PackageName name, Iterator<PackageName> rest) {}

    private List<PackageName> dependencies(PackageName name) throws InvalidPackageException {
        List<PackageName> found = new ArrayList<>();
        for (InterfaceId id : pkg(name).interfaces().values()) {
            for (TypeId type : draft.iface(id).types().values()) {
                if (draft.type(type).kind() instanceof TypeDefKind.Alias alias
                        && alias.type() instanceof TypeId target
                        && draft.type(target).owner() instanceof TypeOwner.Interface owner
                        && !owner.id().equals(id)) {
                    PackageName home = homes.get(owner.id());
                    if (home == null) {
                        throw new InvalidPackageException(
                                "package " + name + " depends on the package that depends on it");
                    }
                    if (!home.equals(name)) {
                        found.add(home);
                    }
                }
            }
        }
        return found;
    }

    private PackageDraft pkg(PackageName name) {
        return Objects.requireNonNull(packages.get(name));
    }

    private void insert(PackageDraft pkg) {
        PackageId id = draft.add(pkg);
        pkg.interfaces().values().forEach(iface -> draft.iface(iface).setPackageId(id));
        pkg.worlds().values().forEach(world -> {
            draft.world(world).setPackageId(id);
            draft.world(world).imports().forEach((key, item) -> adoptInline(key, item, id));
            draft.world(world).exports().forEach((key, item) -> adoptInline(key, item, id));
        });
    }

    private void adoptInline(WorldKey key, WorldItem item, PackageId id) {
        if (key instanceof WorldKey.Name
                && item instanceof WorldItem.Interface iface
                && draft.iface(iface.id()).name().isEmpty()) {
            draft.iface(iface.id()).setPackageId(id);
        }
    }
}

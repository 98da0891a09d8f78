package dev.wit4j.parser.resolve;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.resolve.UnresolvedPackage.ForeignPackage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** First phase over all packages: each behind those that it names, otherwise by name. */
final class PackageOrder {
    private final Map<PackageName, UnresolvedPackage> packages = new TreeMap<>(new ByName());
    private final List<UnresolvedPackage> ordered = new ArrayList<>();
    private final Set<PackageName> finished = new HashSet<>();
    private final Set<PackageName> open = new HashSet<>();
    private final Diagnostics diagnostics;

    private PackageOrder(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    static List<UnresolvedPackage> of(List<UnresolvedPackage> packages, Diagnostics diagnostics) {
        PackageOrder order = new PackageOrder(diagnostics);
        for (UnresolvedPackage each : packages) {
            order.add(each);
        }
        for (UnresolvedPackage each : order.packages.values()) {
            order.visit(each);
        }
        return order.ordered;
    }

    private void add(UnresolvedPackage draft) {
        UnresolvedPackage first = packages.putIfAbsent(draft.name(), draft);
        if (first != null) {
            diagnostics.report(Diagnostic.error(
                            "duplicate-package",
                            draft.text.span(),
                            "package `" + draft.name() + "` is defined twice, in different places")
                    .withLabel(first.text.span(), "the other one"));
        }
    }

    /** Depth first, with a stack of its own: packages may depend on each other deeper than the JVM's stack goes. */
    private void visit(UnresolvedPackage root) {
        Deque<Visit> path = new ArrayDeque<>();
        path.push(new Visit(root));
        while (!path.isEmpty()) {
            Visit current = path.element();
            if (current.entered.isPresent()) {
                open.remove(current.entered.get());
                current.entered = Optional.empty();
            }
            if (finished.contains(current.draft.name()) || !current.needed.hasNext()) {
                if (finished.add(current.draft.name())) {
                    ordered.add(current.draft);
                }
                path.pop();
                continue;
            }
            Map.Entry<PackageName, ForeignPackage> needed = current.needed.next();
            if (!open.add(needed.getKey())) {
                current.draft.broken = true;
                diagnostics.report(Diagnostic.error(
                                "package-cycle",
                                needed.getValue().span,
                                "package `" + needed.getKey()
                                        + "` is needed by a package that it needs itself: a cycle")
                        .withHint("a package names its own interfaces by their bare names, and depends on no package"
                                + " that depends on it"));
                continue;
            }
            current.entered = Optional.of(needed.getKey());
            UnresolvedPackage found = packages.get(needed.getKey());
            if (found != null) {
                path.push(new Visit(found));
            }
        }
    }

    /** By namespace, name and version; without a version first. */
    private static final class ByName implements Comparator<PackageName> {
        @Override
        public int compare(PackageName left, PackageName right) {
            int order = left.namespace().compareTo(right.namespace());
            if (order == 0) {
                order = left.name().compareTo(right.name());
            }
            if (order != 0) {
                return order;
            }
            if (left.version().isEmpty() || right.version().isEmpty()) {
                return Boolean.compare(
                        left.version().isPresent(), right.version().isPresent());
            }
            return left.version().get().compareTo(right.version().get());
        }
    }

    /** A package on the way, with what it needs and was not looked at yet. */
    private static final class Visit {
        private final UnresolvedPackage draft;
        private final Iterator<Map.Entry<PackageName, ForeignPackage>> needed;
        private Optional<PackageName> entered = Optional.empty();

        Visit(UnresolvedPackage draft) {
            this.draft = draft;
            this.needed = draft.foreign.entrySet().iterator();
        }
    }
}

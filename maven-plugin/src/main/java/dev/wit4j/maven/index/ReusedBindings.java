package dev.wit4j.maven.index;

import dev.wit4j.maven.index.BindingIndex.InterfaceEntry;
import dev.wit4j.maven.report.Finding;
import dev.wit4j.maven.report.Findings;
import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.maven.source.WitArchive;
import dev.wit4j.maven.source.WitFile;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the interfaces that need no classes of their own, because a dependency has some that fit. */
public final class ReusedBindings {
    /** More lines of a difference are not read by anybody. */
    private static final int LONGEST_DIFFERENCE = 12;

    private final Resolve resolve;
    private final List<ShippedInterface> shipped;
    private final ShapeReader shapes;
    private final Findings findings;
    private final List<Finding> conflicts = new ArrayList<>();
    private final Map<InterfaceId, InterfaceEntry> entries = new LinkedHashMap<>();

    private ReusedBindings(Resolve resolve, List<ShippedInterface> shipped, Findings findings) {
        this.resolve = resolve;
        this.findings = findings;
        this.shipped = shipped;
        this.shapes = new ShapeReader(resolve);
    }

    /**
     * Looks for the classes of {@code interfaces} in {@code archives}. For an interface that is imported those of a later
     * version of its track fit if they have everything of it; for one of {@code exported}, which the project implements, they
     * have to have nothing else. Where several versions of a track are used side by side, classes serve one of them: that of
     * their own version if it is there, and otherwise the highest.
     *
     * @throws InvalidInputException if a dependency has classes that do not fit; they would be in the way of others
     */
    public static ReusedBindings find(
            Resolve resolve,
            Collection<InterfaceId> interfaces,
            Set<InterfaceId> exported,
            List<WitArchive> archives,
            Findings findings)
            throws InvalidInputException {
        var reused = new ReusedBindings(resolve, readIndexes(archives), findings);
        Map<InterfaceId, ShippedInterface> fitting = new LinkedHashMap<>();
        interfaces.forEach(id -> reused.choose(id).ifPresent(one -> fitting.put(id, one)));
        Map<String, PackageName> served = new HashMap<>();
        fitting.forEach((id, one) -> served.merge(one.origin(), reused.packageOf(id), one::closer));
        fitting.forEach((id, one) -> {
            if (reused.packageOf(id).equals(served.get(one.origin()))) {
                reused.use(id, one, exported.contains(id));
            }
        });
        findings.report(reused.conflicts);
        return reused;
    }

    private static List<ShippedInterface> readIndexes(List<WitArchive> archives) throws InvalidInputException {
        List<ShippedInterface> shipped = new ArrayList<>();
        for (WitArchive archive : archives) {
            Optional<WitFile> file = archive.index();
            if (file.isPresent()) {
                shipped.addAll(IndexFile.read(archive.coordinates(), file.get()));
            }
        }
        return shipped;
    }

    /** What the index says about the interfaces that a dependency has classes of. */
    public Map<InterfaceId, InterfaceEntry> entries() {
        return entries;
    }

    private PackageName packageOf(InterfaceId id) {
        return resolve.pkg(resolve.iface(id).packageId()).name();
    }

    /** The classes for an interface, whatever their shape; empty also if there is a conflict, which is noted. */
    private Optional<ShippedInterface> choose(InterfaceId id) {
        PackageName needed = packageOf(id);
        List<ShippedInterface> candidates =
                nearest(needed, resolve.iface(id).name().orElseThrow());
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        ShippedInterface chosen = candidates.get(0);
        Optional<ShippedInterface> other =
                candidates.stream().filter(one -> !one.isAlike(chosen)).findFirst();
        if (other.isPresent()) {
            disagree(id, chosen, other.get());
            return Optional.empty();
        }
        if (!chosen.isAtLeast(needed)) {
            conflict(
                    id,
                    "the classes of `" + chosen.wit() + "` in " + chosen.coordinates()
                            + " are older than what is needed, `" + needed.item(chosen.name()) + "`",
                    "Depend on a later version of " + chosen.coordinates() + ".");
            return Optional.empty();
        }
        return Optional.of(chosen);
    }

    /** One of each dependency: a dependency that has several versions of a track has them in Java packages of their own. */
    private List<ShippedInterface> nearest(PackageName needed, String name) {
        Map<String, ShippedInterface> nearest = new LinkedHashMap<>();
        shipped.stream()
                .filter(one -> one.isOfTrack(needed, name))
                .forEach(one -> nearest.merge(one.coordinates(), one, (left, right) -> left.nearerTo(needed, right)));
        return List.copyOf(nearest.values());
    }

    private void use(InterfaceId id, ShippedInterface chosen, boolean exported) {
        InterfaceShape needed = chosen.comparable(shapes.read(id));
        boolean fits = exported ? chosen.shape().equals(needed) : chosen.shape().isSupersetOf(needed);
        if (fits) {
            entries.put(id, chosen.entry());
            return;
        }
        List<String> difference = chosen.shape().differenceTo(needed).stream()
                .filter(line -> exported || line.startsWith("+") || isChanged(line, needed))
                .toList();
        conflict(
                id,
                "the classes of `" + chosen.wit() + "` in " + chosen.coordinates() + " have another shape",
                "Make both the same, or take the package out of deps/ to use that of the dependency. In the classes (-)"
                        + " and needed here (+):" + shorten(difference));
    }

    /** Whether what the line shows is there on the other side as well, with another text. */
    private static boolean isChanged(String line, InterfaceShape needed) {
        String name = line.substring(2).split("[ :]", 2)[0];
        return needed.items().containsKey("type " + name) || needed.items().containsKey("func " + name);
    }

    private void disagree(InterfaceId id, ShippedInterface one, ShippedInterface other) {
        List<String> difference = other.comparable(one.shape()).differenceTo(one.comparable(other.shape()));
        conflict(
                id,
                "two dependencies have different classes of `" + one.wit() + "`: " + one.coordinates() + " and "
                        + other.coordinates() + (one.wit().equals(other.wit()) ? "" : " (of `" + other.wit() + "`)"),
                "Bring them to versions that agree, or exclude one of them. "
                        + (difference.isEmpty()
                                ? "They have other names: " + names(one) + " and " + names(other) + "."
                                : "In the first (-) and in the second (+):" + shorten(difference)));
    }

    private static String names(ShippedInterface one) {
        return one.entry().javaPackage()
                + (one.entry().names() == null ? "" : one.entry().names());
    }

    private void conflict(InterfaceId id, String message, String details) {
        conflicts.add(findings.at(resolve.iface(id).span(), true, message, details));
    }

    private static String shorten(List<String> lines) {
        var text = new StringBuilder();
        lines.stream()
                .limit(LONGEST_DIFFERENCE)
                .forEach(line -> text.append("\n    ").append(line));
        if (lines.size() > LONGEST_DIFFERENCE) {
            text.append("\n    and ").append(lines.size() - LONGEST_DIFFERENCE).append(" more");
        }
        return text.toString();
    }
}

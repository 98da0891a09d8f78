package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.Include.Rename;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import dev.wit4j.parser.resolve.ModelBuilder.WorldBuilder;
import dev.wit4j.parser.resolve.UnresolvedPackage.IncludeDraft;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Carries out the {@code include}s of one world: what the other world has of its own is copied, renamed where asked. */
final class Includes {
    private final ModelBuilder model;
    private final IdMap ids;
    private final PackageId packageId;
    private final WorldId into;
    private final Diagnostics diagnostics;

    Includes(ModelBuilder model, IdMap ids, PackageId packageId, WorldId into, Diagnostics diagnostics) {
        this.model = model;
        this.ids = ids;
        this.packageId = packageId;
        this.into = into;
        this.diagnostics = diagnostics;
    }

    void include(IncludeDraft include) {
        WorldId from = ids.world(include.world(), include.span());
        WorldBuilder included = model.get(from);
        if (reportUnknownRename(include, included)) {
            return;
        }
        boolean foreign = !included.packageId.equals(packageId);
        ItemCloner cloner = new ItemCloner(model, packageId, from, into);
        copy(included.imports, model.get(into).imports, "import", include, cloner, foreign);
        copy(included.exports, model.get(into).exports, "export", include, cloner, foreign);
    }

    private boolean reportUnknownRename(IncludeDraft include, WorldBuilder included) {
        Set<String> known = new HashSet<>();
        addPlainNames(included.imports.keySet(), known);
        addPlainNames(included.exports.keySet(), known);
        for (Rename rename : include.renames()) {
            if (!known.contains(rename.original().name())) {
                diagnostics.report(Diagnostic.error(
                                "unknown-rename",
                                include.span(),
                                "the included world has no plain name `"
                                        + rename.original().name()
                                        + "` to rename; interfaces known by their own names cannot be renamed")
                        .withLabel(rename.original().span(), "renamed here"));
                return true;
            }
        }
        return false;
    }

    private static void addPlainNames(Set<WorldKey> keys, Set<String> names) {
        for (WorldKey key : keys) {
            if (key instanceof WorldKey.Name name) {
                names.add(name.name());
                names.add(resourceOf(name.name()));
            }
        }
    }

    /** The resource whose function has that name; the name itself if it is no function of a resource. */
    private static String resourceOf(String name) {
        int start = name.indexOf(']') + 1;
        int dot = name.indexOf('.', start);
        return start == 0 ? name : name.substring(start, dot < 0 ? name.length() : dot);
    }

    /** The name under the renaming; that of a resource also inside of the names of its functions. */
    private static String newName(String name, Map<String, String> renames) {
        String whole = renames.get(name);
        if (whole != null) {
            return whole;
        }
        String resource = resourceOf(name);
        String replacement = renames.get(resource);
        int start = name.indexOf(']') + 1;
        return start == 0 || replacement == null
                ? name
                : name.substring(0, start) + replacement + name.substring(start + resource.length());
    }

    private void copy(
            Map<WorldKey, WorldItem> from,
            Map<WorldKey, WorldItem> to,
            String what,
            IncludeDraft include,
            ItemCloner cloner,
            boolean foreign) {
        Map<String, String> renames = new HashMap<>();
        for (Rename rename : include.renames()) {
            renames.putIfAbsent(rename.original().name(), rename.replacement().name());
        }
        for (Map.Entry<WorldKey, WorldItem> entry : from.entrySet()) {
            if (entry.getKey() instanceof WorldKey.Name name) {
                String newName = newName(name.name(), renames);
                WorldItem previous =
                        to.putIfAbsent(new WorldKey.Name(newName), withName(cloner.cloneOf(entry.getValue()), newName));
                if (previous != null) {
                    diagnostics.report(Diagnostic.error(
                                    "include-shadows",
                                    include.span(),
                                    what + " of `" + newName + "` hides what is " + what + "ed by that name already")
                            .withHint("rename one of the two: `include ... with { " + newName + " as ... }`"));
                    throw new LinkFailure();
                }
            } else {
                merge(entry.getKey(), (WorldItem.Interface) entry.getValue(), to, include, foreign);
            }
        }
    }

    private WorldItem withName(WorldItem item, String name) {
        if (item instanceof WorldItem.Function function) {
            Function old = function.function();
            return new WorldItem.Function(new Function(
                    name,
                    old.kind(),
                    old.params(),
                    old.result(),
                    old.docs(),
                    old.stability(),
                    old.externalId(),
                    old.span()));
        }
        if (item instanceof WorldItem.Type type) {
            model.setName(type.id(), name);
        }
        return item;
    }

    /** The same interface twice is one import; what another package says about its stability does not count here. */
    private void merge(
            WorldKey key,
            WorldItem.Interface added,
            Map<WorldKey, WorldItem> to,
            IncludeDraft include,
            boolean foreign) {
        WorldItem.Interface known = (WorldItem.Interface) to.getOrDefault(key, added);
        Stability stability;
        if (foreign && added.stability() instanceof Stability.Stable) {
            stability = Stability.UNKNOWN;
        } else if (added.stability() instanceof Stability.Unknown
                || added.stability().equals(known.stability())) {
            stability = known.stability();
        } else if (known.stability() instanceof Stability.Unknown) {
            stability = added.stability();
        } else {
            diagnostics.report(Diagnostic.error(
                            "stability-mismatch",
                            include.span(),
                            "mismatch in stability of `" + model.nameOf(key) + "`, which is imported with other gates")
                    .withLabel(known.span(), "the other import"));
            throw new LinkFailure();
        }
        to.put(key, new WorldItem.Interface(known.id(), stability, known.externalId(), known.docs(), known.span()));
    }
}

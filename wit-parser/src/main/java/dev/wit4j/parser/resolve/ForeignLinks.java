package dev.wit4j.parser.resolve;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.diagnostic.NearestName;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.resolve.IdMap.Target;
import dev.wit4j.parser.resolve.ModelBuilder.PackageBuilder;
import dev.wit4j.parser.resolve.UnresolvedPackage.ForeignItem;
import dev.wit4j.parser.resolve.UnresolvedPackage.InterfaceDraft;
import dev.wit4j.parser.resolve.UnresolvedPackage.RequiredResource;
import dev.wit4j.parser.resolve.UnresolvedPackage.TypeDraft;
import dev.wit4j.parser.resolve.UnresolvedPackage.WorldDraft;
import dev.wit4j.parser.source.Span;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Second phase over all packages, once per package: its placeholders get the ids of what they stand for. */
final class ForeignLinks {
    /** Longer lists of what there is help nobody. */
    private static final int MOST_NAMES = 20;

    private final UnresolvedPackage draft;
    private final ModelBuilder model;
    private final IdMap ids;
    private final GateCheck gates;
    private final KnownPackages present;
    private final Diagnostics diagnostics;

    /**
     * The links of one package.
     *
     * @param present all packages of the run
     */
    ForeignLinks(
            UnresolvedPackage draft,
            ModelBuilder model,
            IdMap ids,
            GateCheck gates,
            KnownPackages present,
            Diagnostics diagnostics) {
        this.draft = draft;
        this.model = model;
        this.ids = ids;
        this.gates = gates;
        this.present = present;
        this.diagnostics = diagnostics;
    }

    void link() {
        for (InterfaceDraft item : draft.interfaces) {
            if (item.foreign.isEmpty()) {
                break;
            }
            ids.addInterface(interfaceTarget(item.foreign.get(), item.span));
        }
        for (WorldDraft item : draft.worlds) {
            if (item.foreign.isEmpty()) {
                break;
            }
            ids.addWorld(worldTarget(item.foreign.get(), item.span));
        }
        for (TypeDraft type : draft.types) {
            if (!(type instanceof TypeDraft.Foreign foreign)) {
                break;
            }
            ids.addType(typeTarget(foreign));
        }
        for (RequiredResource required : draft.requiredResources) {
            requireResource(required);
        }
    }

    private Target<InterfaceId> interfaceTarget(ForeignItem item, Span span) {
        try {
            PackageBuilder found = packageOf(item);
            if (!isUsed(item, span)) {
                return new Target.Excluded<>();
            }
            InterfaceId id = found.interfaces.get(item.name);
            if (id == null) {
                throw notFound("interface", item, found, found.interfaces, found.worlds, span);
            }
            return new Target.Present<>(id);
        } catch (LinkFailure reported) {
            return new Target.Broken<>();
        }
    }

    private Target<WorldId> worldTarget(ForeignItem item, Span span) {
        try {
            PackageBuilder found = packageOf(item);
            if (!isUsed(item, span)) {
                return new Target.Excluded<>();
            }
            WorldId id = found.worlds.get(item.name);
            if (id == null) {
                throw notFound("world", item, found, found.worlds, found.interfaces, span);
            }
            return new Target.Present<>(id);
        } catch (LinkFailure reported) {
            return new Target.Broken<>();
        }
    }

    /** Whether any place that names the item is present itself. */
    private boolean isUsed(ForeignItem item, Span span) {
        for (Stability stability : item.uses) {
            if (gates.includes(stability, span)) {
                return true;
            }
        }
        return false;
    }

    private PackageBuilder packageOf(ForeignItem item) {
        PackageId id = model.packageIds.get(item.packageName);
        if (id != null && !present.isBroken(item.packageName)) {
            return model.get(id);
        }
        if (!present.isBroken(item.packageName)) {
            new MissingPackage(item.packageName, present.known(), draft.name()).report(item.packageSpan, diagnostics);
        }
        throw new LinkFailure();
    }

    private LinkFailure notFound(
            String what,
            ForeignItem item,
            PackageBuilder found,
            Map<String, ?> sameKind,
            Map<String, ?> otherKind,
            Span span) {
        Diagnostic missing = Diagnostic.error(
                what + "-not-found", span, what + " '" + item.name + "' not found in package '" + found.name + "'");
        if (otherKind.containsKey(item.name)) {
            missing = missing.withHint("`" + item.name + "` is "
                    + (what.equals("world") ? "an interface there, not a world" : "a world there, not an interface"));
        } else if (!sameKind.isEmpty() && diagnostics.wantsGuesses()) {
            missing = missing.withHint("the package has "
                    + sameKind.keySet().stream().limit(MOST_NAMES).collect(Collectors.joining(", ")));
        }
        NearestName.report(diagnostics, missing, item.name, () -> sameKind.keySet().stream());
        return new LinkFailure();
    }

    private Target<TypeId> typeTarget(TypeDraft.Foreign type) {
        try {
            if (!gates.includes(type.stability(), type.span())) {
                return new Target.Excluded<>();
            }
            InterfaceId from = ids.anInterface(type.from(), type.span());
            Map<String, TypeId> known = model.get(from).types;
            TypeId id = known.get(type.name());
            if (id == null) {
                NearestName.report(
                        diagnostics,
                        Diagnostic.error(
                                "type-not-found", type.span(), "type `" + type.name() + "` not defined in interface"),
                        type.name(),
                        () -> known.keySet().stream());
                return new Target.Broken<>();
            }
            return new Target.Present<>(id);
        } catch (LinkFailure reported) {
            return new Target.Broken<>();
        }
    }

    private void requireResource(RequiredResource required) {
        Optional<TypeId> id = ids.types().get(required.type().index()).found();
        if (id.isPresent() && !model.isResource(id.get())) {
            diagnostics.report(
                    Diagnostic.error("not-a-resource", required.span(), "type used in a handle must be a resource"));
        }
    }
}

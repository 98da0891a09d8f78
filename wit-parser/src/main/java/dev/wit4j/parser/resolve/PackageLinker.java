package dev.wit4j.parser.resolve;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.resolve.IdMap.Target;
import dev.wit4j.parser.resolve.ModelBuilder.InterfaceBuilder;
import dev.wit4j.parser.resolve.ModelBuilder.WorldBuilder;
import dev.wit4j.parser.resolve.UnresolvedPackage.InterfaceDraft;
import dev.wit4j.parser.resolve.UnresolvedPackage.TypeDraft;
import dev.wit4j.parser.resolve.UnresolvedPackage.WorldDraft;
import java.util.Optional;

/**
 * Third phase over all packages, once per package: what the gates let through gets its place in the arenas, types before
 * interfaces before worlds; then the worlds are completed.
 */
final class PackageLinker {
    private final UnresolvedPackage draft;
    private final ModelBuilder model;
    private final Diagnostics diagnostics;
    private final IdMap ids;
    private final GateCheck gates;
    private final TypeLinker types;
    private final FunctionLinker functions;
    private final PackageId packageId;

    PackageLinker(UnresolvedPackage draft, ModelBuilder model, GateCheck.Features features, Diagnostics diagnostics) {
        this.draft = draft;
        this.model = model;
        this.diagnostics = diagnostics;
        this.ids = new IdMap(diagnostics);
        this.gates = new GateCheck(features, draft.name(), diagnostics);
        this.types = new TypeLinker(model, ids);
        this.functions = new FunctionLinker(model, types, gates, diagnostics);
        this.packageId = model.addPackage(draft.name(), draft.text.docs());
    }

    /** The id of the package. */
    PackageId link(KnownPackages present) {
        new ForeignLinks(draft, model, ids, gates, present, diagnostics).link();
        if (draft.broken) {
            return packageId;
        }
        int foreignTypes = ids.types().size();
        int foreignInterfaces = ids.interfaces().size();
        int foreignWorlds = ids.worlds().size();
        draft.types.stream().skip(foreignTypes).forEach(type -> ids.addType(linkType((TypeDraft.Local) type)));
        draft.interfaces.stream().skip(foreignInterfaces).forEach(item -> ids.addInterface(linkInterface(item)));
        ids.types().stream()
                .skip(foreignTypes)
                .flatMap(target -> target.found().stream())
                .forEach(this::linkInterfaceOwner);
        WorldLinker worlds = new WorldLinker(model, ids, gates, functions);
        draft.worlds.stream().skip(foreignWorlds).forEach(world -> ids.addWorld(linkWorld(world, worlds)));
        ids.types().stream()
                .skip(foreignTypes)
                .flatMap(target -> target.found().stream())
                .forEach(this::linkWorldOwner);
        for (int i = foreignWorlds; i < draft.worlds.size(); i++) {
            completeWorld(draft.worlds.get(i), ids.worlds().get(i));
        }
        register(foreignInterfaces, foreignWorlds);
        return packageId;
    }

    private Target<TypeId> linkType(TypeDraft.Local type) {
        TypeDef definition = type.definition();
        try {
            return gates.includes(definition.stability(), definition.span())
                    ? new Target.Present<>(types.link(definition))
                    : new Target.Excluded<>();
        } catch (LinkFailure reported) {
            return new Target.Broken<>();
        }
    }

    private Target<InterfaceId> linkInterface(InterfaceDraft item) {
        try {
            if (!gates.includes(item.stability, item.span)) {
                return new Target.Excluded<>();
            }
        } catch (LinkFailure reported) {
            return new Target.Broken<>();
        }
        InterfaceBuilder linked = new InterfaceBuilder(item.name, packageId, item.docs, item.stability, item.span);
        item.types.forEach(
                (name, id) -> ids.types().get(id.index()).found().ifPresent(found -> linked.types.put(name, found)));
        item.functions.forEach(
                (name, function) -> functions.link(function).ifPresent(found -> linked.functions.put(name, found)));
        return new Target.Present<>(model.add(linked));
    }

    /** Owners are linked late: a type comes before its interface or world, and may not be gated where that is. */
    private void linkInterfaceOwner(TypeId id) {
        TypeDef type = model.get(id);
        if (type.owner() instanceof TypeOwner.Interface owner) {
            try {
                model.setOwner(id, new TypeOwner.Interface(ids.ownerInterface(owner.id(), type.span())));
            } catch (LinkFailure reported) {
                model.setOwner(id, TypeOwner.NONE);
            }
        }
    }

    private void linkWorldOwner(TypeId id) {
        TypeDef type = model.get(id);
        if (type.owner() instanceof TypeOwner.World owner) {
            try {
                model.setOwner(id, new TypeOwner.World(ids.ownerWorld(owner.world(), type.span())));
            } catch (LinkFailure reported) {
                model.setOwner(id, TypeOwner.NONE);
            }
        }
    }

    private Target<WorldId> linkWorld(WorldDraft world, WorldLinker worlds) {
        try {
            if (!gates.includes(world.stability, world.span)) {
                return new Target.Excluded<>();
            }
        } catch (LinkFailure reported) {
            return new Target.Broken<>();
        }
        WorldBuilder linked = new WorldBuilder(world.name, packageId, world.docs, world.stability, world.span);
        worlds.link(world.imports, linked.imports);
        worlds.link(world.exports, linked.exports);
        return new Target.Present<>(model.add(linked));
    }

    private void completeWorld(WorldDraft world, Target<WorldId> target) {
        Optional<WorldId> id = target.found();
        if (id.isEmpty() || model.isFull()) {
            return;
        }
        Includes includes = new Includes(model, ids, packageId, id.get(), diagnostics);
        for (UnresolvedPackage.IncludeDraft include : world.includes) {
            try {
                if (gates.includes(include.stability(), include.span()) && !model.isFull()) {
                    includes.include(include);
                }
            } catch (LinkFailure reported) {
                continue;
            }
        }
        WorldNames.check(model.get(id.get()), diagnostics);
        WorldElaboration.elaborate(model, id.get(), diagnostics);
        model.countItems(id.get());
        if (model.isFull()) {
            diagnostics.report(Diagnostic.error(
                            "model-too-large",
                            world.span,
                            "up to world `" + world.name + "`, worlds and what they include have grown too large")
                    .withHint("chains of `include` repeat everything in every world; include less"));
        }
    }

    private void register(int foreignInterfaces, int foreignWorlds) {
        var registered = model.get(packageId);
        ids.interfaces().stream()
                .skip(foreignInterfaces)
                .flatMap(target -> target.found().stream())
                .forEach(id -> model.get(id).name.ifPresent(name -> registered.interfaces.put(name, id)));
        ids.worlds().stream()
                .skip(foreignWorlds)
                .flatMap(target -> target.found().stream())
                .forEach(id -> registered.worlds.put(model.get(id).name, id));
    }
}

package dev.wit4j.parser.resolve;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.Function;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        for (TypeDraft type : behind(foreignTypes, draft.types)) {
            ids.addType(linkType((TypeDraft.Local) type));
        }
        for (InterfaceDraft item : behind(foreignInterfaces, draft.interfaces)) {
            ids.addInterface(linkInterface(item));
        }
        for (TypeId id : found(foreignTypes, ids.types())) {
            linkInterfaceOwner(id);
        }
        WorldLinker worlds = new WorldLinker(model, ids, gates, functions);
        for (WorldDraft world : behind(foreignWorlds, draft.worlds)) {
            ids.addWorld(linkWorld(world, worlds));
        }
        for (TypeId id : found(foreignTypes, ids.types())) {
            linkWorldOwner(id);
        }
        for (int i = foreignWorlds; i < draft.worlds.size(); i++) {
            completeWorld(draft.worlds.get(i), ids.worlds().get(i));
        }
        register(foreignInterfaces, foreignWorlds);
        return packageId;
    }

    /** What a package has itself, behind the placeholders for what it names of others. */
    private static <D> List<D> behind(int placeholders, List<D> drafts) {
        return drafts.subList(placeholders, drafts.size());
    }

    private static <I> List<I> found(int placeholders, List<Target<I>> targets) {
        List<I> found = new ArrayList<>();
        for (Target<I> target : behind(placeholders, targets)) {
            if (target instanceof Target.Present<I> present) {
                found.add(present.id());
            }
        }
        return found;
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
        for (Map.Entry<String, TypeId> type : item.types.entrySet()) {
            if (ids.types().get(type.getValue().index()) instanceof Target.Present<TypeId> present) {
                linked.types.put(type.getKey(), present.id());
            }
        }
        for (Map.Entry<String, Function> function : item.functions.entrySet()) {
            Optional<Function> found = functions.link(function.getValue());
            if (found.isPresent()) {
                linked.functions.put(function.getKey(), found.get());
            }
        }
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
        for (InterfaceId id : found(foreignInterfaces, ids.interfaces())) {
            Optional<String> name = model.get(id).name;
            if (name.isPresent()) {
                registered.interfaces.put(name.get(), id);
            }
        }
        for (WorldId id : found(foreignWorlds, ids.worlds())) {
            registered.worlds.put(model.get(id).name, id);
        }
    }
}

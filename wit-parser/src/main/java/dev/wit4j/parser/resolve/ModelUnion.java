package dev.wit4j.parser.resolve;

import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.KindMapper;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Param;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import dev.wit4j.parser.resolve.ModelBuilder.InterfaceBuilder;
import dev.wit4j.parser.resolve.ModelBuilder.PackageBuilder;
import dev.wit4j.parser.resolve.ModelBuilder.WorldBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Two models as one. An encoded package carries what it needs of others, often a part of them: what both models have is
 * taken from the first, what only the second has is added. Everything is matched by name.
 */
public final class ModelUnion {
    private final ModelBuilder into;
    private final Resolve from;
    private final List<PackageId> packages = new ArrayList<>();
    private final List<Optional<InterfaceId>> knownInterfaces = new ArrayList<>();
    private final List<TypeId> types = new ArrayList<>();
    private final List<InterfaceId> interfaces = new ArrayList<>();
    private final int firstWorld;

    private ModelUnion(Resolve into, Resolve from) {
        this.into = new ModelBuilder(into);
        this.from = from;
        this.firstWorld = into.worlds().size();
    }

    /** The union; the ids of {@code into} stay valid. */
    public static Resolve of(Resolve into, Resolve from) {
        ModelUnion union = new ModelUnion(into, from);
        union.matchPackages();
        union.addTypes();
        union.addInterfaces();
        union.addWorlds();
        return union.into.build();
    }

    private void matchPackages() {
        for (Package pkg : from.packages()) {
            PackageId known = into.packageIds.get(pkg.name());
            packages.add(known == null ? into.addPackage(pkg.name(), pkg.docs()) : known);
        }
        int next = into.interfaces.size();
        for (Interface iface : from.interfaces()) {
            PackageBuilder owner = into.get(newPackage(iface.packageId()));
            Optional<InterfaceId> known = iface.name().map(owner.interfaces::get);
            knownInterfaces.add(known);
            interfaces.add(known.orElse(new InterfaceId(next)));
            next += known.isPresent() ? 0 : 1;
        }
    }

    private PackageId newPackage(PackageId id) {
        return packages.get(id.index());
    }

    private void addTypes() {
        for (TypeDef type : from.types()) {
            Optional<TypeId> known = Optional.empty();
            if (type.owner() instanceof TypeOwner.Interface owner) {
                known = knownInterfaces
                        .get(owner.id().index())
                        .flatMap(id -> type.name().map(into.get(id).types::get));
            }
            types.add(known.orElseGet(() -> into.add(new TypeDef(
                    type.name(),
                    type.kind().accept(new Mapper()),
                    newOwner(type.owner()),
                    type.docs(),
                    type.stability(),
                    type.externalId(),
                    type.span()))));
        }
    }

    private TypeOwner newOwner(TypeOwner owner) {
        if (owner instanceof TypeOwner.Interface iface) {
            return new TypeOwner.Interface(interfaces.get(iface.id().index()));
        }
        return owner instanceof TypeOwner.World world
                ? new TypeOwner.World(new WorldId(firstWorld + world.world().index()))
                : owner;
    }

    private void addInterfaces() {
        for (int i = 0; i < from.interfaces().size(); i++) {
            Interface iface = from.interfaces().get(i);
            PackageId owner = newPackage(iface.packageId());
            if (knownInterfaces.get(i).isEmpty()) {
                InterfaceId added = into.add(
                        new InterfaceBuilder(iface.name(), owner, iface.docs(), iface.stability(), iface.span()));
                iface.name().ifPresent(name -> into.get(owner).interfaces.put(name, added));
            }
            InterfaceBuilder builder = into.get(interfaces.get(i));
            iface.types().forEach((name, id) -> builder.types.putIfAbsent(name, types.get(id.index())));
            iface.functions().forEach((name, function) -> builder.functions.putIfAbsent(name, newFunction(function)));
        }
    }

    private void addWorlds() {
        for (World world : from.worlds()) {
            PackageId owner = newPackage(world.packageId());
            WorldBuilder added = new WorldBuilder(world.name(), owner, world.docs(), world.stability(), world.span());
            copy(world.imports(), added.imports);
            copy(world.exports(), added.exports);
            WorldId id = into.add(added);
            into.get(owner).worlds.putIfAbsent(world.name(), id);
        }
    }

    private void copy(Map<WorldKey, WorldItem> items, Map<WorldKey, WorldItem> to) {
        items.forEach((key, item) -> to.put(
                key instanceof WorldKey.Interface known
                        ? new WorldKey.Interface(interfaces.get(known.id().index()))
                        : key,
                newItem(item)));
    }

    private WorldItem newItem(WorldItem item) {
        if (item instanceof WorldItem.Interface named) {
            return new WorldItem.Interface(
                    interfaces.get(named.id().index()),
                    named.stability(),
                    named.externalId(),
                    named.docs(),
                    named.span());
        }
        return item instanceof WorldItem.Function function
                ? new WorldItem.Function(newFunction(function.function()))
                : new WorldItem.Type(types.get(((WorldItem.Type) item).id().index()), ((WorldItem.Type) item).span());
    }

    private Function newFunction(Function old) {
        FunctionKind kind = old.kind();
        if (kind instanceof FunctionKind.Method method) {
            kind = new FunctionKind.Method(
                    method.async(), types.get(method.resource().index()));
        } else if (kind instanceof FunctionKind.Static function) {
            kind = new FunctionKind.Static(
                    function.async(), types.get(function.resource().index()));
        } else if (kind instanceof FunctionKind.Constructor constructor) {
            kind = new FunctionKind.Constructor(types.get(constructor.resource().index()));
        }
        return new Function(
                old.name(),
                kind,
                old.params().stream()
                        .map(param -> new Param(param.name(), newType(param.type()), param.span()))
                        .toList(),
                old.result().map(this::newType),
                old.docs(),
                old.stability(),
                old.externalId(),
                old.span());
    }

    private Type newType(Type type) {
        return type instanceof TypeId id ? types.get(id.index()) : type;
    }

    private final class Mapper extends KindMapper {
        @Override
        protected Type part(Type type) {
            return newType(type);
        }

        @Override
        protected TypeId resource(TypeId resource) {
            return types.get(resource.index());
        }

        @Override
        protected Type aliased(Type type) {
            return newType(type);
        }
    }
}

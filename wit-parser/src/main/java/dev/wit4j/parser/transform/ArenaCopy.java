package dev.wit4j.parser.transform;

import dev.wit4j.parser.draft.InterfaceDraft;
import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.draft.WorldDraft;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.KindMapper;
import dev.wit4j.parser.model.KindParts;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;

/** Appends the arenas of one model to those of another, except for what the other has already. */
final class ArenaCopy {
    private final Resolve from;
    private final Resolve into;
    private final Map<TypeId, TypeId> types = new HashMap<>();
    private final Map<InterfaceId, InterfaceId> interfaces = new HashMap<>();
    private final Map<WorldId, WorldId> worlds = new HashMap<>();
    private final Mapper mapper = new Mapper();

    ArenaCopy(Resolve from, Resolve into) {
        this.from = from;
        this.into = into;
    }

    /** Says that an interface is in the other model, and so are its types of the same name. */
    void match(InterfaceId source, InterfaceId known) {
        interfaces.put(source, known);
        from.iface(source).types().forEach((name, type) -> {
            TypeId same = into.iface(known).types().get(name);
            if (same != null) {
                match(type, same);
            }
        });
    }

    /** Says that a world is in the other model, with all that it owns. */
    void match(WorldId source, WorldId known) {
        worlds.put(source, known);
        World world = into.world(known);
        from.world(source)
                .imports()
                .forEach((key, item) -> match(item, world.imports().get(key)));
        from.world(source)
                .exports()
                .forEach((key, item) -> match(item, world.exports().get(key)));
    }

    private void match(WorldItem source, @org.jspecify.annotations.Nullable WorldItem known) {
        if (source instanceof WorldItem.Type type && known instanceof WorldItem.Type same) {
            match(type.id(), same.id());
        } else if (source instanceof WorldItem.Interface iface
                && known instanceof WorldItem.Interface same
                && from.iface(iface.id()).name().isEmpty()) {
            match(iface.id(), same.id());
        }
    }

    /** Parts of types that agree agree, so anonymous ones are found where they are used. */
    private void match(TypeId source, TypeId known) {
        types.put(source, known);
        var parts = KindParts.of(from.type(source).kind());
        var same = KindParts.of(into.type(known).kind());
        for (int i = 0; i < Math.min(parts.size(), same.size()); i++) {
            if (parts.get(i) instanceof TypeId part
                    && same.get(i) instanceof TypeId counterpart
                    && from.type(part).name().isEmpty()
                    && into.type(counterpart).name().isEmpty()
                    && !types.containsKey(part)) {
                match(part, counterpart);
            }
        }
    }

    /** Appends all that was not matched; {@code packageOf} says which package takes the place of one. */
    void appendTo(ResolveDraft draft, UnaryOperator<PackageId> packageOf) {
        number(draft);
        for (int i = 0; i < from.types().size(); i++) {
            if (type(new TypeId(i)).index() >= into.types().size()) {
                draft.add(copy(from.types().get(i)));
            }
        }
        for (int i = 0; i < from.interfaces().size(); i++) {
            if (iface(new InterfaceId(i)).index() >= into.interfaces().size()) {
                draft.add(copy(from.interfaces().get(i), packageOf));
            }
        }
        for (int i = 0; i < from.worlds().size(); i++) {
            if (world(new WorldId(i)).index() >= into.worlds().size()) {
                draft.add(copy(from.worlds().get(i), packageOf));
            }
        }
    }

    private void number(ResolveDraft draft) {
        int next = draft.types().size();
        for (int i = 0; i < from.types().size(); i++) {
            if (types.putIfAbsent(new TypeId(i), new TypeId(next)) == null) {
                next++;
            }
        }
        next = draft.interfaces().size();
        for (int i = 0; i < from.interfaces().size(); i++) {
            if (interfaces.putIfAbsent(new InterfaceId(i), new InterfaceId(next)) == null) {
                next++;
            }
        }
        next = draft.worlds().size();
        for (int i = 0; i < from.worlds().size(); i++) {
            if (worlds.putIfAbsent(new WorldId(i), new WorldId(next)) == null) {
                next++;
            }
        }
    }

    TypeId type(TypeId id) {
        return Objects.requireNonNull(types.get(id));
    }

    InterfaceId iface(InterfaceId id) {
        return Objects.requireNonNull(interfaces.get(id));
    }

    WorldId world(WorldId id) {
        return Objects.requireNonNull(worlds.get(id));
    }

    private Type type(Type type) {
        return type instanceof TypeId id ? type(id) : type;
    }

    private TypeDef copy(TypeDef type) {
        TypeOwner owner = type.owner();
        if (owner instanceof TypeOwner.Interface iface) {
            owner = new TypeOwner.Interface(iface(iface.id()));
        } else if (owner instanceof TypeOwner.World world) {
            owner = new TypeOwner.World(world(world.world()));
        }
        return type.withKind(type.kind().accept(mapper)).withOwner(owner);
    }

    private InterfaceDraft copy(Interface iface, UnaryOperator<PackageId> packageOf) {
        InterfaceDraft copy = new InterfaceDraft(iface);
        copy.types().replaceAll((name, type) -> type(type));
        copy.functions().replaceAll((name, function) -> function(function));
        copy.setPackageId(packageOf.apply(iface.packageId()));
        iface.cloneOf().ifPresent(original -> copy.setCloneOf(iface(original)));
        return copy;
    }

    private WorldDraft copy(World world, UnaryOperator<PackageId> packageOf) {
        WorldDraft copy = new WorldDraft(world);
        copy.imports().clear();
        copy.exports().clear();
        world.imports().forEach((key, item) -> copy.imports().put(copy(key), copy(item)));
        world.exports().forEach((key, item) -> copy.exports().put(copy(key), copy(item)));
        copy.setPackageId(packageOf.apply(world.packageId()));
        return copy;
    }

    private WorldKey copy(WorldKey key) {
        return key instanceof WorldKey.Interface iface ? new WorldKey.Interface(iface(iface.id())) : key;
    }

    private WorldItem copy(WorldItem item) {
        if (item instanceof WorldItem.Interface iface) {
            return new WorldItem.Interface(
                    iface(iface.id()), iface.stability(), iface.externalId(), iface.docs(), iface.span());
        } else if (item instanceof WorldItem.Type type) {
            return new WorldItem.Type(type(type.id()), type.span());
        }
        return new WorldItem.Function(function(((WorldItem.Function) item).function()));
    }

    Function function(Function function) {
        return function.withTypes(this::type);
    }

    private final class Mapper extends KindMapper {
        @Override
        protected Type part(Type type) {
            return ArenaCopy.this.type(type);
        }

        @Override
        protected TypeId resource(TypeId resource) {
            return ArenaCopy.this.type(resource);
        }

        @Override
        protected Type aliased(Type type) {
            return ArenaCopy.this.type(type);
        }
    }
}

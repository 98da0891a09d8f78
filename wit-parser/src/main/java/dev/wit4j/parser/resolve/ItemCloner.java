package dev.wit4j.parser.resolve;

import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.KindMapper;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.resolve.ModelBuilder.InterfaceBuilder;
import java.util.HashMap;
import java.util.Map;

/**
 * Copies what belongs to one owner to another: its types, the anonymous types that it uses, and for a world the interfaces
 * written inside of it. Each type is copied once.
 */
final class ItemCloner {
    private final ModelBuilder model;
    private final PackageId packageId;
    private final TypeOwner from;
    private final TypeOwner to;
    private final Map<TypeId, TypeId> copies = new HashMap<>();

    private ItemCloner(ModelBuilder model, PackageId packageId, TypeOwner from, TypeOwner to) {
        this.model = model;
        this.packageId = packageId;
        this.from = from;
        this.to = to;
    }

    ItemCloner(ModelBuilder model, PackageId packageId, WorldId from, WorldId to) {
        this(model, packageId, new TypeOwner.World(from), new TypeOwner.World(to));
    }

    /** A copy of an item that its world knows by a plain name. */
    WorldItem cloneOf(WorldItem item) {
        if (item instanceof WorldItem.Type type) {
            return new WorldItem.Type(type(type.id()), type.span());
        }
        if (item instanceof WorldItem.Function function) {
            return new WorldItem.Function(function.function().withTypes(this::type));
        }
        WorldItem.Interface named = (WorldItem.Interface) item;
        // An interface with a name of its own is only known by a label here, and stays the same interface.
        return model.get(named.id()).name.isPresent()
                ? named
                : new WorldItem.Interface(
                        inlineInterface(named.id()), named.stability(), named.externalId(), named.docs(), named.span());
    }

    private InterfaceId inlineInterface(InterfaceId original) {
        InterfaceBuilder old = model.get(original);
        InterfaceId id = new InterfaceId(model.interfaces.size());
        InterfaceBuilder copy = new InterfaceBuilder(old.name, packageId, old.docs, old.stability, old.span);
        ItemCloner inner =
                new ItemCloner(model, packageId, new TypeOwner.Interface(original), new TypeOwner.Interface(id));
        old.types.forEach((name, type) -> copy.types.put(name, inner.type(type)));
        old.functions.forEach((name, function) -> copy.functions.put(name, function.withTypes(inner::type)));
        model.add(copy);
        return id;
    }

    private TypeId type(TypeId original) {
        TypeId known = copies.get(original);
        if (known == null) {
            TypeDef old = model.get(original);
            TypeDefKind kind = old.kind().accept(new Mapper());
            TypeOwner owner = old.owner() instanceof TypeOwner.None ? old.owner() : to;
            known = model.add(old.withKind(kind).withOwner(owner));
            copies.put(original, known);
        }
        return known;
    }

    private Type type(Type original) {
        return original instanceof TypeId id ? type(id) : original;
    }

    private final class Mapper extends KindMapper {
        @Override
        protected Type part(Type type) {
            return ItemCloner.this.type(type);
        }

        @Override
        protected TypeId resource(TypeId resource) {
            return ItemCloner.this.type(resource);
        }

        /** What an alias takes from elsewhere stays there. */
        @Override
        protected Type aliased(Type type) {
            return type instanceof TypeId id && model.get(id).owner().equals(from) ? ItemCloner.this.type(id) : type;
        }
    }
}

package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One component type: that of a world, or the one that an interface is wrapped in. */
final class ComponentTypeEncoder {
    private final Resolve resolve;
    private final TypeScope scope = new TypeScope();
    private final Map<InterfaceId, Integer> instances = new HashMap<>();
    private final Map<TypeId, Integer> aliases = new HashMap<>();

    private ComponentTypeEncoder(Resolve resolve) {
        this.resolve = resolve;
    }

    /** A component type that exports the interface and imports the types of those that it uses. */
    static TypeDefinition.Component ofInterface(Resolve resolve, InterfaceId id) {
        ComponentTypeEncoder encoder = new ComponentTypeEncoder(resolve);
        for (InterfaceId other : InterfaceUses.withNeeds(resolve, id)) {
            boolean self = other.equals(id);
            int type = encoder.instanceType(other, self);
            ExternName name = ExternName.of(resolve.idOf(other).orElseThrow());
            encoder.instances.put(other, encoder.scope.externInstance(!self, name, type));
        }
        return new TypeDefinition.Component(encoder.scope.declarations());
    }

    static TypeDefinition.Component ofWorld(Resolve resolve, World world) {
        ComponentTypeEncoder encoder = new ComponentTypeEncoder(resolve);
        TypeEncoder types = new TypeEncoder(resolve, Optional.empty(), encoder.scope, encoder::alias);
        world.imports().forEach((key, item) -> encoder.item(true, key, item, types));
        world.exports().forEach((key, item) -> encoder.item(false, key, item, types));
        return new TypeDefinition.Component(encoder.scope.declarations());
    }

    private void item(boolean imported, WorldKey key, WorldItem item, TypeEncoder types) {
        if (item instanceof WorldItem.Interface reference) {
            int type = instanceType(reference.id(), true);
            boolean labeled = key instanceof WorldKey.Name
                    && resolve.iface(reference.id()).name().isPresent();
            ExternName name = new ExternName(
                    WorldKeys.name(resolve, key),
                    labeled ? resolve.idOf(reference.id()) : Optional.empty(),
                    reference.externalId());
            instances.put(reference.id(), scope.externInstance(imported, name, type));
        } else if (item instanceof WorldItem.Function function) {
            int type = types.function(function.function());
            scope.externFunc(imported, name(function.function()), type);
        } else if (item instanceof WorldItem.Type type) {
            types.importNamed(type.id());
        }
    }

    private int instanceType(InterfaceId id, boolean withFunctions) {
        Interface iface = resolve.iface(id);
        TypeScope inner = new TypeScope();
        TypeEncoder types = new TypeEncoder(resolve, Optional.of(id), inner, type -> inner.aliasOuter(1, alias(type)));
        iface.types().values().forEach(types::value);
        if (withFunctions) {
            for (Function function : resourcesFirst(iface)) {
                inner.externFunc(false, name(function), types.function(function));
            }
        }
        return scope.define(new TypeDefinition.Instance(inner.declarations()));
    }

    /** In the order of the printed text, so that a package is the same whichever way it was stored. */
    private static List<Function> resourcesFirst(Interface iface) {
        List<TypeId> order = new ArrayList<>(iface.types().values());
        return iface.functions().values().stream()
                .sorted(Comparator.comparingInt(
                        function -> function.kind().owner().map(order::indexOf).orElse(order.size())))
                .toList();
    }

    private static ExternName name(Function function) {
        return new ExternName(function.name(), Optional.empty(), function.externalId());
    }

    /** The index in this scope of a type that an instance here exports. */
    private int alias(TypeId id) {
        Integer known = aliases.get(id);
        if (known != null) {
            return known;
        }
        TypeDef type = resolve.type(id);
        Integer instance = instances.get(InterfaceUses.owner(type).orElseThrow());
        if (instance == null) {
            throw new IllegalArgumentException(
                    "the interface of type `" + type.name().orElse("") + "` is not imported");
        }
        int index = scope.aliasExport(instance, type.name().orElseThrow());
        aliases.put(id, index);
        return index;
    }
}

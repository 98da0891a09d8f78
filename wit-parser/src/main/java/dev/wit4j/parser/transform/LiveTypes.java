package dev.wit4j.parser.transform;

import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.KindParts;
import dev.wit4j.parser.model.Param;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which types something mentions, directly or through other types: each type behind those that it is made of. */
public final class LiveTypes {
    private final Resolve resolve;
    private final Set<TypeId> found = new LinkedHashSet<>();

    private LiveTypes(Resolve resolve) {
        this.resolve = resolve;
    }

    /** The types that a world's imports and exports mention, those of its interfaces included. */
    public static Set<TypeId> of(Resolve resolve, WorldId id) {
        LiveTypes live = new LiveTypes(resolve);
        World world = resolve.world(id);
        world.imports().values().forEach(live::item);
        world.exports().values().forEach(live::item);
        return Collections.unmodifiableSet(live.found);
    }

    /** The types that an interface defines, uses or mentions. */
    public static Set<TypeId> of(Resolve resolve, InterfaceId id) {
        LiveTypes live = new LiveTypes(resolve);
        live.iface(resolve.iface(id));
        return Collections.unmodifiableSet(live.found);
    }

    /** The types that a function mentions. */
    public static Set<TypeId> of(Resolve resolve, Function function) {
        LiveTypes live = new LiveTypes(resolve);
        live.function(function);
        return Collections.unmodifiableSet(live.found);
    }

    private void item(WorldItem item) {
        if (item instanceof WorldItem.Interface reference) {
            iface(resolve.iface(reference.id()));
        } else if (item instanceof WorldItem.Function function) {
            function(function.function());
        } else if (item instanceof WorldItem.Type type) {
            type(type.id());
        }
    }

    private void iface(Interface iface) {
        iface.types().values().forEach(this::type);
        iface.functions().values().forEach(this::function);
    }

    private void function(Function function) {
        function.kind().owner().ifPresent(this::type);
        function.params().stream().map(Param::type).forEach(this::type);
        function.result().ifPresent(this::type);
    }

    /** Walks on a stack of its own: chains of types may be longer than the thread's. */
    private void type(Type type) {
        if (!(type instanceof TypeId root)) {
            return;
        }
        Deque<Visit> path = new ArrayDeque<>(List.of(visit(root)));
        while (!path.isEmpty()) {
            Visit visit = path.element();
            if (found.contains(visit.id())) {
                path.pop();
            } else if (!visit.rest().hasNext()) {
                found.add(visit.id());
            } else if (visit.rest().next() instanceof TypeId next) {
                path.push(visit(next));
            }
        }
    }

    private Visit visit(TypeId id) {
        return new Visit(id, KindParts.of(resolve.type(id).kind()).iterator());
    }

    /** A type on the way down, and its parts that were not looked at yet. */
    private record Visit(TypeId id, Iterator<Type> rest) {}
}

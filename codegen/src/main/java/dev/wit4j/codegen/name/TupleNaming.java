package dev.wit4j.codegen.name;

import dev.wit4j.codegen.live.Unit;
import dev.wit4j.codegen.live.UnitKey;
import dev.wit4j.codegen.name.Names.TupleKey;
import dev.wit4j.codegen.name.Names.TupleNames;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.KindParts;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Names the classes of tuples with more members than the runtime has classes for. Such a tuple has its class in the Java package
 * of the interface that it is written in, one class for each number of members.
 */
final class TupleNaming {
    private final Resolve resolve;
    private final Map<String, TupleNames> ofPackages = new HashMap<>();
    private final Map<TupleKey, TupleNames> names = new HashMap<>();
    private final Map<UnitKey, List<TupleNames>> declared = new HashMap<>();

    TupleNaming(Resolve resolve) {
        this.resolve = resolve;
    }

    /** The tuples that are written in a unit. */
    Map<TupleKey, TupleNames> names() {
        return names;
    }

    /** Those whose classes are generated with a unit; what a world imports and what it exports share theirs. */
    Map<UnitKey, List<TupleNames>> declared() {
        return declared;
    }

    /** Names the tuples that are written in {@code unit}; its types have their names already, and keep them. */
    void name(Unit unit, String packageName, NameScope classes) {
        for (int size : sizes(unit)) {
            String simpleName = "Tuple" + size;
            TupleNames known = ofPackages.get(packageName + "." + simpleName);
            if (known == null) {
                List<String> members =
                        IntStream.rangeClosed(1, size).mapToObj(Ordinals::of).toList();
                String claimed = classes.claimQuietly(simpleName, unit.name(), unit.span());
                known = new TupleNames(JavaName.of(packageName, claimed), members);
                ofPackages.put(packageName + "." + simpleName, known);
                declared.computeIfAbsent(unit.key(), key -> new ArrayList<>()).add(known);
            }
            names.put(new TupleKey(unit.key(), size), known);
        }
    }

    private SortedSet<Integer> sizes(Unit unit) {
        SortedSet<Integer> sizes = new TreeSet<>();
        Set<TypeId> seen = new HashSet<>();
        unit.types().forEach(type -> addParts(resolve.type(type).kind(), sizes, seen));
        for (Function function : unit.functions()) {
            function.params().forEach(param -> add(param.type(), sizes, seen));
            function.result().ifPresent(result -> add(result, sizes, seen));
        }
        return sizes;
    }

    /** A type with a name belongs to the unit that defines it. */
    private void add(Type type, Set<Integer> sizes, Set<TypeId> seen) {
        if (type instanceof TypeId id && resolve.type(id).name().isEmpty() && seen.add(id)) {
            addParts(resolve.type(id).kind(), sizes, seen);
        }
    }

    private void addParts(TypeDefKind kind, Set<Integer> sizes, Set<TypeId> seen) {
        if (kind instanceof TypeDefKind.Tuple tuple && tuple.types().size() > Names.LARGEST_TUPLE_OF_RUNTIME) {
            sizes.add(tuple.types().size());
        }
        KindParts.of(kind).forEach(part -> add(part, sizes, seen));
    }
}

package dev.wit4j.codegen.name;

import dev.wit4j.codegen.live.LiveUnits;
import dev.wit4j.codegen.live.Unit;
import dev.wit4j.parser.model.Case;
import dev.wit4j.parser.model.EnumCase;
import dev.wit4j.parser.model.Field;
import dev.wit4j.parser.model.Flag;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.WorldId;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The WIT names of everything that a user can say something about, as {@link Naming} and annotations have them. */
public final class MappableNames {
    private final Set<String> packages = new LinkedHashSet<>();
    private final Set<String> items = new LinkedHashSet<>();
    private final Set<String> types = new LinkedHashSet<>();

    private MappableNames() {}

    /** All that there is in {@code resolve}, whether it is generated or not. */
    public static MappableNames of(Resolve resolve) {
        var names = new MappableNames();
        List<PackageId> packages = IntStream.range(0, resolve.packages().size())
                .mapToObj(PackageId::new)
                .toList();
        packages.forEach(id -> names.add(resolve.pkg(id).name()));
        LiveUnits.of(resolve, packages).forEach(unit -> names.add(resolve, unit));
        IntStream.range(0, resolve.worlds().size())
                .mapToObj(WorldId::new)
                .flatMap(world -> LiveUnits.of(resolve, world).units().stream())
                .forEach(unit -> names.add(resolve, unit));
        return names;
    }

    /** Those that can be given a Java package: packages with and without version, interfaces, worlds. */
    public Set<String> packages() {
        return Collections.unmodifiableSet(packages);
    }

    /** Those that can be given a Java name: types with a class of their own, members of types, functions. */
    public Set<String> items() {
        return Collections.unmodifiableSet(items);
    }

    /** The types among the items. */
    public Set<String> types() {
        return Collections.unmodifiableSet(types);
    }

    private void add(PackageName name) {
        packages.add(name.namespace() + ":" + name.name());
        packages.add(name.toString());
    }

    private void add(Resolve resolve, Unit unit) {
        packages.add(unit.name());
        for (TypeId id : unit.types()) {
            TypeDefKind kind = resolve.type(id).kind();
            if (TypeNaming.hasClass(kind)) {
                String type = unit.name() + "#" + resolve.type(id).name().orElseThrow();
                types.add(type);
                items.add(type);
                members(kind).forEach(member -> items.add(type + "." + member));
            }
        }
        for (Function function : unit.functions()) {
            items.add(unit.name() + "#" + FunctionNaming.item(resolve, function));
        }
    }

    private static Stream<String> members(TypeDefKind kind) {
        if (kind instanceof TypeDefKind.Record type) {
            return type.fields().stream().map(Field::name);
        }
        if (kind instanceof TypeDefKind.Variant type) {
            return type.cases().stream().map(Case::name);
        }
        if (kind instanceof TypeDefKind.Enum type) {
            return type.cases().stream().map(EnumCase::name);
        }
        return kind instanceof TypeDefKind.Flags type ? type.flags().stream().map(Flag::name) : Stream.empty();
    }
}

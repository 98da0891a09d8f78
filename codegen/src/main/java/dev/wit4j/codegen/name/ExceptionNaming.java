package dev.wit4j.codegen.name;

import dev.wit4j.codegen.live.ErrorType;
import dev.wit4j.codegen.live.Unit;
import dev.wit4j.codegen.live.UnitKey;
import dev.wit4j.codegen.name.Names.ExceptionNames;
import dev.wit4j.codegen.name.Names.FunctionKey;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldItem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Names the exceptions that carry declared errors. An error type with a name has its exception at home if a function of its own
 * WIT package returns it as an error; otherwise each unit that uses it has one. So where an exception is depends on two
 * packages alone, and a jar of bindings always holds those that belong to it.
 */
final class ExceptionNaming {
    private final Resolve resolve;
    private final Set<TypeId> atHome = new HashSet<>();
    private final Map<TypeId, JavaName> homes = new HashMap<>();
    private final Map<FunctionKey, JavaName> thrown = new HashMap<>();
    private final Map<UnitKey, List<ExceptionNames>> declared = new HashMap<>();

    ExceptionNaming(Resolve resolve, Naming naming) {
        this.resolve = resolve;
        for (Interface iface : resolve.interfaces()) {
            iface.functions().values().forEach(function -> findHome(iface.packageId(), function));
        }
        for (World world : resolve.worlds()) {
            findHomes(world.packageId(), world.imports().values());
            findHomes(world.packageId(), world.exports().values());
        }
        for (int i = 0; i < resolve.interfaces().size(); i++) {
            var id = new InterfaceId(i);
            resolve.idOf(id).flatMap(naming::exceptionsOf).ifPresent(types -> findMadeElsewhere(id, types));
        }
    }

    Map<FunctionKey, JavaName> thrown() {
        return thrown;
    }

    Map<UnitKey, List<ExceptionNames>> declared() {
        return declared;
    }

    /** Where classes were made elsewhere, what else is in their package here says nothing about what is there. */
    private void findMadeElsewhere(InterfaceId id, Set<String> withException) {
        resolve.iface(id).types().forEach((name, type) -> {
            if (withException.contains(name)) {
                atHome.add(type);
            } else {
                atHome.remove(type);
            }
        });
    }

    private void findHomes(PackageId user, Iterable<WorldItem> items) {
        for (WorldItem item : items) {
            if (item instanceof WorldItem.Function function) {
                findHome(user, function.function());
            }
        }
    }

    private void findHome(PackageId user, Function function) {
        ErrorType.of(resolve, function).ifPresent(error -> {
            if (error instanceof ErrorType.Named named && packageOf(named.id()).equals(user)) {
                atHome.add(named.id());
            }
        });
    }

    private PackageId packageOf(TypeId type) {
        TypeOwner owner = resolve.type(type).owner();
        if (owner instanceof TypeOwner.Interface iface) {
            return resolve.iface(iface.id()).packageId();
        }
        return resolve.world(((TypeOwner.World) owner).world()).packageId();
    }

    /** Names the exceptions of the types of {@code unit} that have theirs at home. */
    void nameHome(Unit unit, String packageName, NameScope classes) {
        for (TypeId type : unit.types()) {
            if (atHome.contains(type)) {
                homes.put(type, declare(unit, packageName, classes, unit.name(), type));
            }
        }
    }

    /** Names the exceptions that the functions of {@code unit} throw; after all homes are named. */
    void nameThrown(Unit unit, String packageName, NameScope classes) {
        Map<TypeId, JavaName> guests = new HashMap<>();
        for (Function function : unit.functions()) {
            ErrorType.of(resolve, function).ifPresent(error -> {
                var key = new FunctionKey(unit.key(), function.name());
                if (error instanceof ErrorType.Anonymous) {
                    thrown.put(key, declareAnonymous(unit, packageName, classes, function));
                } else if (error instanceof ErrorType.Named named) {
                    exception(unit, packageName, classes, named.id(), guests).ifPresent(name -> thrown.put(key, name));
                }
            });
        }
    }

    /** The exception of a type; empty if its home is not live, and so the function that throws it is not either. */
    private Optional<JavaName> exception(
            Unit unit, String packageName, NameScope classes, TypeId error, Map<TypeId, JavaName> guests) {
        if (atHome.contains(error)) {
            return Optional.ofNullable(homes.get(error));
        }
        return Optional.of(guests.computeIfAbsent(
                error, type -> declare(unit, packageName, classes, ownerName(unit, type), type)));
    }

    private JavaName declare(Unit unit, String packageName, NameScope classes, String owner, TypeId type) {
        String wit = resolve.type(type).name().orElseThrow();
        return declare(unit, packageName, classes, wit, owner + "." + wit, type);
    }

    private JavaName declareAnonymous(Unit unit, String packageName, NameScope classes, Function function) {
        Type error = ErrorType.resultOf(resolve, function).orElseThrow().err().orElseThrow();
        String base = function.kind()
                .owner()
                .map(resource -> resolve.type(resource).name().orElseThrow() + "-" + function.itemName())
                .orElse(function.name());
        return declare(unit, packageName, classes, base, unit.name() + "#" + function.name(), error);
    }

    private JavaName declare(Unit unit, String packageName, NameScope classes, String base, String wit, Type error) {
        String simpleName = classes.claimQuietly(Casing.upperCamel(base) + "Exception", wit, unit.span());
        JavaName name = JavaName.of(packageName, simpleName);
        declared.computeIfAbsent(unit.key(), u -> new ArrayList<>()).add(new ExceptionNames(name, error, wit));
        return name;
    }

    /** The full name of what a type that is not of {@code user} belongs to. */
    private String ownerName(Unit user, TypeId type) {
        return resolve.type(type).owner() instanceof TypeOwner.Interface owner
                ? resolve.idOf(owner.id()).orElse(user.name())
                : user.name();
    }
}

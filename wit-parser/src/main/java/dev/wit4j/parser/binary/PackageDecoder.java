package dev.wit4j.parser.binary;

import dev.wit4j.parser.draft.InterfaceDraft;
import dev.wit4j.parser.draft.PackageDraft;
import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.draft.WorldDraft;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Param;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The model of the package that a tree of declarations encodes. Types and functions of other packages are in the model as
 * far as the package mentions them.
 */
final class PackageDecoder {
    private final ResolveDraft draft = new ResolveDraft();
    private final ModelTypes types = new ModelTypes(draft);
    private final ForeignPackages foreign = new ForeignPackages(draft);
    private final Map<String, InterfaceId> ownInterfaces = new HashMap<>();
    private final Elaborator elaborator = new Elaborator();

    private PackageDecoder() {}

    static DecodedPackage decode(ComponentTree tree) throws InvalidPackageException {
        return new PackageDecoder().decodePackage(tree);
    }

    private DecodedPackage decodePackage(ComponentTree tree) throws InvalidPackageException {
        Collection<Extern> entries = elaborator
                .elaborate(tree.declarations(), Optional.empty())
                .exports()
                .values();
        if (entries.isEmpty()) {
            throw new InvalidPackageException("the component exports nothing, so it encodes no WIT package");
        }
        Optional<PackageDraft> found = Optional.empty();
        for (Extern entry : entries) {
            Scope scope = elaborator.elaborate((Extern.OfComponent) entry);
            boolean oneForAll = entry.name().name().contains("/");
            PackageName name = oneForAll ? nameOfAll(entry) : nameOfSingle(entry, scope);
            if (found.isEmpty()) {
                found = Optional.of(new PackageDraft(name));
            } else if (oneForAll || !found.get().name().equals(name)) {
                throw new InvalidPackageException("the component holds more than one package: "
                        + found.get().name() + " and " + name);
            }
            items(scope, found.get());
        }
        PackageDraft main = found.orElseThrow();
        foreign.finish(main);
        PackageMetadata.of(tree).inject(draft, main);
        return new DecodedPackage(
                draft.freeze(),
                new dev.wit4j.parser.model.PackageId(draft.packages().size() - 1));
    }

    /** In the first form of the encoding, one entry {@code namespace:package/wit} holds all items. */
    private static PackageName nameOfAll(Extern entry) throws InvalidPackageException {
        QualifiedName name = QualifiedName.parse(entry.name().name());
        if (!name.item().equals("wit")) {
            throw new InvalidPackageException("the component exports `"
                    + entry.name().name() + "`, so it is no WIT package but a component that implements one");
        }
        return name.packageName();
    }

    /** In the second form, each entry holds one item under its full name. */
    private static PackageName nameOfSingle(Extern entry, Scope scope) throws InvalidPackageException {
        if (scope.exports().size() != 1) {
            throw new InvalidPackageException(
                    "`" + entry.name().name() + "` encodes " + scope.exports().size() + " items where one is expected");
        }
        return QualifiedName.parse(scope.exports().keySet().iterator().next()).packageName();
    }

    private void items(Scope scope, PackageDraft pkg) throws InvalidPackageException {
        for (Extern item : scope.imports().values()) {
            mention(instance(item));
        }
        for (Extern item : scope.exports().values()) {
            QualifiedName name = QualifiedName.parse(item.name().name());
            if (item instanceof Extern.OfInstance instance) {
                InterfaceId id = define(Optional.of(name.item()), instance);
                if (pkg.interfaces().put(name.item(), id) != null
                        || pkg.worlds().containsKey(name.item())
                        || ownInterfaces.put(item.name().name(), id) != null) {
                    throw new InvalidPackageException("`" + item.name().name() + "` is defined twice");
                }
            } else if (item instanceof Extern.OfComponent component) {
                WorldId id = world(name.item(), elaborator.elaborate(component));
                if (pkg.worlds().put(name.item(), id) != null
                        || pkg.interfaces().containsKey(name.item())) {
                    throw new InvalidPackageException("`" + item.name().name() + "` is defined twice");
                }
            } else {
                throw new InvalidPackageException("`" + item.name().name() + "` is neither interface nor world");
            }
        }
    }

    private static Extern.OfInstance instance(Extern item) throws InvalidPackageException {
        if (item instanceof Extern.OfInstance instance) {
            return instance;
        }
        throw new InvalidPackageException("import `" + item.name().name() + "` is no instance");
    }

    private WorldId world(String name, Scope scope) throws InvalidPackageException {
        WorldDraft world = new WorldDraft(name);
        WorldId id = draft.add(world);
        for (Extern item : scope.imports().values()) {
            item(id, item, world.imports());
        }
        for (Extern item : scope.exports().values()) {
            if (item instanceof Extern.OfType) {
                throw new InvalidPackageException(
                        "world `" + name + "` exports the type `" + item.name().name() + "`");
            }
            item(id, item, world.exports());
        }
        new WorldCompleteness(draft).check(world);
        return id;
    }

    private void item(WorldId world, Extern item, Map<WorldKey, WorldItem> items) throws InvalidPackageException {
        ExternName name = item.name();
        WorldKey key = new WorldKey.Name(name.name());
        if (item instanceof Extern.OfInstance instance) {
            InterfaceId id;
            if (name.name().contains("/")) {
                id = mention(instance);
                key = new WorldKey.Interface(id);
            } else if (name.implemented().isPresent()) {
                QualifiedName.label(name.name());
                id = mention(name.implemented().get(), instance);
            } else {
                QualifiedName.label(name.name());
                id = define(Optional.empty(), instance);
            }
            items.put(
                    key,
                    new WorldItem.Interface(id, Stability.UNKNOWN, name.externalId(), Optional.empty(), Span.NONE));
        } else if (item instanceof Extern.OfType type) {
            items.put(key, new WorldItem.Type(types.define(name, new TypeOwner.World(world), type.type()), Span.NONE));
        } else if (item instanceof Extern.OfFunc func) {
            Map<WorldKey, WorldItem> imports = draft.world(world).imports();
            types.enter(new TypeOwner.World(world));
            items.put(
                    key,
                    new WorldItem.Function(function(
                            func,
                            resource -> imports.get(new WorldKey.Name(resource)) instanceof WorldItem.Type type
                                    ? Optional.of(type.id())
                                    : Optional.empty())));
        } else {
            throw new InvalidPackageException("`" + name.name() + "` is no interface, function or type");
        }
    }

    /** A new interface with all that {@code instance} exports. */
    private InterfaceId define(Optional<String> name, Extern.OfInstance instance) throws InvalidPackageException {
        InterfaceDraft iface = new InterfaceDraft(name);
        InterfaceId id = draft.add(iface);
        for (Extern item : instance.exports().values()) {
            add(id, iface, item);
        }
        return id;
    }

    private void add(InterfaceId id, InterfaceDraft iface, Extern item) throws InvalidPackageException {
        if (item instanceof Extern.OfType type) {
            iface.types().put(type.name().name(), types.define(type.name(), new TypeOwner.Interface(id), type.type()));
        } else if (item instanceof Extern.OfFunc func) {
            types.enter(new TypeOwner.Interface(id));
            iface.functions()
                    .put(
                            func.name().name(),
                            function(
                                    func,
                                    resource ->
                                            Optional.ofNullable(iface.types().get(resource))));
        } else {
            throw new InvalidPackageException("`" + item.name().name() + "` in an interface is no type or function");
        }
    }

    private InterfaceId mention(Extern.OfInstance instance) throws InvalidPackageException {
        return mention(instance.name().name(), instance);
    }

    /**
     * The interface with that full name, which {@code instance} repeats or, for one of another package, may be the first to
     * describe.
     */
    private InterfaceId mention(String name, Extern.OfInstance instance) throws InvalidPackageException {
        InterfaceId own = ownInterfaces.get(name);
        InterfaceId id = own != null ? own : foreign.iface(QualifiedName.parse(name));
        InterfaceDraft iface = draft.iface(id);
        for (Extern item : instance.exports().values()) {
            String itemName = item.name().name();
            TypeId known = iface.types().get(itemName);
            if (item instanceof Extern.OfType type && known != null) {
                types.identify(type.type(), known);
            } else if (!(item instanceof Extern.OfFunc && iface.functions().containsKey(itemName))) {
                if (own != null) {
                    throw new InvalidPackageException("interface `" + name + "` has no item `" + itemName + "`");
                }
                add(id, iface, item);
            }
        }
        return id;
    }

    /** Looks a resource up by its name. */
    private interface Resources {
        Optional<TypeId> find(String name);
    }

    private Function function(Extern.OfFunc func, Resources resources) throws InvalidPackageException {
        List<Param> params = new ArrayList<>();
        for (TypeDefinition.Labeled param : func.func().params()) {
            params.add(new Param(QualifiedName.label(param.name()), types.use(param.type(), func.scope()), Span.NONE));
        }
        Optional<Type> result = types.use(func.func().result(), func.scope());
        return new Function(
                func.name().name(),
                kind(func, resources),
                params,
                result,
                Optional.empty(),
                Stability.UNKNOWN,
                func.name().externalId(),
                Span.NONE);
    }

    private FunctionKind kind(Extern.OfFunc func, Resources resources) throws InvalidPackageException {
        String name = func.name().name();
        boolean async = func.func().async();
        int bracket = name.indexOf(']');
        String prefix = name.substring(0, bracket + 1);
        String rest = name.substring(bracket + 1);
        switch (prefix) {
            case "" -> {
                QualifiedName.label(name);
                return new FunctionKind.Freestanding(async);
            }
            case "[constructor]" -> {
                if (async) {
                    throw new InvalidPackageException("constructor `" + name + "` is async");
                }
                return new FunctionKind.Constructor(resource(rest, resources));
            }
            case "[method]", "[static]" -> {
                int dot = rest.indexOf('.');
                if (dot < 0) {
                    throw new InvalidPackageException("`" + name + "` names no function of a resource");
                }
                TypeId resource = resource(rest.substring(0, dot), resources);
                QualifiedName.label(rest.substring(dot + 1));
                if (prefix.equals("[static]")) {
                    return new FunctionKind.Static(async, resource);
                }
                if (func.func().params().isEmpty()) {
                    throw new InvalidPackageException("method `" + name + "` has no parameter for its resource");
                }
                return new FunctionKind.Method(async, resource);
            }
            default -> throw new InvalidPackageException("`" + name + "` is no name of a function");
        }
    }

    private TypeId resource(String name, Resources resources) throws InvalidPackageException {
        return resources
                .find(name)
                .filter(id -> draft.type(id).kind() instanceof TypeDefKind.Resource)
                .orElseThrow(() -> new InvalidPackageException("there is no resource `" + name + "`"));
    }
}

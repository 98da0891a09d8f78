package dev.wit4j.parser.binary;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs through declarations and builds the graph of types that they describe. Each use of an instance type makes its types
 * anew, so a small input could ask for a huge graph: the number of steps is limited.
 */
final class Elaborator {
    private static final int MAX_STEPS = 1_000_000;
    private static final int MAX_NESTING = 100;

    private int steps;
    private int depth;

    /** The scope that {@code declarations} make inside of {@code outer}. */
    Scope elaborate(List<Declaration> declarations, Optional<Scope> outer) throws InvalidPackageException {
        if (depth == MAX_NESTING) {
            throw new InvalidPackageException("instances nest deeper than " + MAX_NESTING + " levels");
        }
        depth++;
        Scope scope = new Scope(outer);
        for (Declaration declaration : declarations) {
            if (++steps > MAX_STEPS) {
                throw new InvalidPackageException("the package declares more than " + MAX_STEPS + " things");
            }
            declare(scope, declaration);
        }
        depth--;
        return scope;
    }

    /** The imports and exports of a component type. */
    Scope elaborate(Extern.OfComponent component) throws InvalidPackageException {
        if (component.type().definition() instanceof TypeDefinition.Component definition) {
            return elaborate(
                    definition.declarations(), Optional.of(component.type().scope()));
        }
        throw new InvalidPackageException("`" + component.name().name() + "` is no component type");
    }

    private void declare(Scope scope, Declaration declaration) throws InvalidPackageException {
        if (declaration instanceof Declaration.DefineType define) {
            scope.add(new TypeNode.Defined(define.type(), scope));
        } else if (declaration instanceof Declaration.AliasOuter alias) {
            scope.add(scope.outer(alias.depth()).type(alias.type()));
        } else if (declaration instanceof Declaration.AliasExport alias) {
            Extern.OfInstance instance = scope.instance(alias.instance());
            if (!(instance.exports().get(alias.name()) instanceof Extern.OfType found)) {
                throw new InvalidPackageException(
                        "instance `" + instance.name().name() + "` exports no type `" + alias.name() + "`");
            }
            scope.add(found.type());
        } else if (declaration instanceof Declaration.Import item) {
            put(scope.imports(), extern(scope, item.name(), item.type()), "imported");
        } else if (declaration instanceof Declaration.Export item) {
            put(scope.exports(), extern(scope, item.name(), item.type()), "exported");
        } else if (declaration instanceof Declaration.ExportType export) {
            TypeNode type = scope.type(export.type());
            scope.add(type);
            put(scope.exports(), component(export.name(), type), "exported");
        }
    }

    private static void put(Map<String, Extern> items, Extern item, String verb) throws InvalidPackageException {
        if (items.put(item.name().name(), item) != null) {
            throw new InvalidPackageException("`" + item.name().name() + "` is " + verb + " twice");
        }
    }

    private Extern extern(Scope scope, ExternName name, ExternType type) throws InvalidPackageException {
        if (type instanceof ExternType.TypeEqual equal) {
            return created(scope, name, new TypeNode.Equal(scope.type(equal.type())));
        }
        if (type instanceof ExternType.SubResource) {
            return created(scope, name, new TypeNode.Resource());
        }
        if (type instanceof ExternType.Func func) {
            if (scope.type(func.type()).origin() instanceof TypeNode.Defined defined
                    && defined.definition() instanceof TypeDefinition.Func definition) {
                return new Extern.OfFunc(name, definition, defined.scope());
            }
            throw new InvalidPackageException("type of `" + name.name() + "` is no function type");
        }
        if (type instanceof ExternType.Instance instance) {
            if (scope.type(instance.type()).origin() instanceof TypeNode.Defined defined
                    && defined.definition() instanceof TypeDefinition.Instance definition) {
                Scope inner = elaborate(definition.declarations(), Optional.of(defined.scope()));
                Extern.OfInstance made = new Extern.OfInstance(name, inner.exports());
                scope.add(made);
                return made;
            }
            throw new InvalidPackageException("type of `" + name.name() + "` is no instance type");
        }
        return component(name, scope.type(((ExternType.Component) type).type()));
    }

    private static Extern created(Scope scope, ExternName name, TypeNode type) {
        scope.add(type);
        return new Extern.OfType(name, type);
    }

    private static Extern component(ExternName name, TypeNode type) throws InvalidPackageException {
        if (type.origin() instanceof TypeNode.Defined defined
                && defined.definition() instanceof TypeDefinition.Component) {
            return new Extern.OfComponent(name, defined);
        }
        throw new InvalidPackageException("`" + name.name() + "` is no component type");
    }
}

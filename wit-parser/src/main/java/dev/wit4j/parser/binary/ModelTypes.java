package dev.wit4j.parser.binary;

import dev.wit4j.parser.draft.ResolveDraft;
import dev.wit4j.parser.model.Case;
import dev.wit4j.parser.model.EnumCase;
import dev.wit4j.parser.model.Field;
import dev.wit4j.parser.model.Flag;
import dev.wit4j.parser.model.KindParts;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Types of the graph as types of the model. A node becomes one type of the model, however often it is used; since what is
 * anonymous is written out at each use, nesting and the total written size are limited.
 */
final class ModelTypes {
    private static final int MAX_NESTING = 100;
    private static final long MAX_WRITTEN_SIZE = 10_000_000;

    private final ResolveDraft draft;
    private final Map<TypeNode, TypeId> ids = new IdentityHashMap<>();
    private final Map<TypeId, Long> anonymousSizes = new java.util.HashMap<>();
    private TypeOwner home = TypeOwner.NONE;
    private long writtenSize;
    private int depth;

    ModelTypes(ResolveDraft draft) {
        this.draft = draft;
    }

    /** Says which interface or world the next types are used in: all that they mention must have a name there. */
    void enter(TypeOwner owner) {
        home = owner;
    }

    /** Defines the type that {@code node} creates under a name. */
    TypeId define(ExternName name, TypeOwner owner, TypeNode node) throws InvalidPackageException {
        enter(owner);
        Optional<TypeId> known = knownAs(node);
        TypeDefKind kind;
        if (known.isPresent()) {
            checkReachable(name, owner, draft.type(known.get()).owner());
            kind = new TypeDefKind.Alias(known.get());
        } else if (node.origin() instanceof TypeNode.Defined defined) {
            kind = kind(defined);
        } else {
            kind = new TypeDefKind.Resource();
        }
        TypeId id = draft.add(new TypeDef(
                Optional.of(QualifiedName.label(name.name())),
                kind,
                owner,
                Optional.empty(),
                Stability.UNKNOWN,
                name.externalId(),
                Span.NONE));
        ids.put(node, id);
        return id;
    }

    /** WIT can use types of named interfaces alone. */
    private void checkReachable(ExternName name, TypeOwner from, TypeOwner of) throws InvalidPackageException {
        boolean reachable = of.equals(from)
                || of.equals(TypeOwner.NONE)
                || of instanceof TypeOwner.Interface iface
                        && draft.iface(iface.id()).name().isPresent();
        if (!reachable) {
            throw new InvalidPackageException(
                    "type `" + name.name() + "` is that of a world or an inline interface elsewhere");
        }
    }

    /** Says that {@code node} is the type {@code id} which is there already, and what its parts are. */
    void identify(TypeNode node, TypeId id) throws InvalidPackageException {
        if (node.origin() instanceof TypeNode.Defined defined) {
            identifyParts(defined, id);
        }
        ids.put(node, id);
    }

    /** The type of the model for a use in {@code scope}. */
    Type use(ValueType type, Scope scope) throws InvalidPackageException {
        if (type instanceof ValueType.Primitive primitive) {
            return primitive.type();
        }
        TypeNode node = scope.type(((ValueType.Index) type).type());
        if (node instanceof TypeNode.Defined defined && defined.scope() != scope) {
            throw new InvalidPackageException("a type without a name is used outside of the scope that defines it");
        }
        TypeId known = ids.get(node);
        TypeId id = known != null ? known : anonymous(node);
        checkNamedHere(id);
        writtenSize += anonymousSizes.getOrDefault(id, 1L);
        if (writtenSize > MAX_WRITTEN_SIZE) {
            throw new InvalidPackageException("the package's types are too large");
        }
        return id;
    }

    private void checkNamedHere(TypeId id) throws InvalidPackageException {
        TypeDef type = draft.type(id);
        if (type.name().isPresent() && !type.owner().equals(home)) {
            throw new InvalidPackageException("type `" + type.name().get() + "` of another interface has no name here");
        }
    }

    /** The same for a use that may be absent. */
    Optional<Type> use(Optional<ValueType> type, Scope scope) throws InvalidPackageException {
        return type.isPresent() ? Optional.of(use(type.get(), scope)) : Optional.empty();
    }

    private TypeId anonymous(TypeNode node) throws InvalidPackageException {
        if (!(node instanceof TypeNode.Defined defined)) {
            throw new InvalidPackageException("a resource or a renamed type is used before it has a name");
        }
        if (depth == MAX_NESTING) {
            throw new InvalidPackageException("types nest deeper than " + MAX_NESTING + " levels");
        }
        depth++;
        long before = writtenSize;
        TypeDefKind kind = kind(defined);
        depth--;
        if (kind instanceof TypeDefKind.Record
                || kind instanceof TypeDefKind.Variant
                || kind instanceof TypeDefKind.Enum
                || kind instanceof TypeDefKind.Flags) {
            throw new InvalidPackageException("a record, variant, enum or flags type has no name");
        }
        TypeId id = draft.add(new TypeDef(
                Optional.empty(),
                kind,
                TypeOwner.NONE,
                Optional.empty(),
                Stability.UNKNOWN,
                Optional.empty(),
                Span.NONE));
        ids.put(node, id);
        anonymousSizes.put(id, 1 + writtenSize - before);
        // Nothing is written until the type is used, which counts it with all its parts.
        writtenSize = before;
        return id;
    }

    private Optional<TypeId> knownAs(TypeNode node) {
        TypeNode next = node;
        while (next instanceof TypeNode.Equal equal && !ids.containsKey(next)) {
            next = equal.target();
        }
        return Optional.ofNullable(ids.get(next));
    }

    private TypeId resource(int index, Scope scope) throws InvalidPackageException {
        TypeId id = ids.get(scope.type(index));
        if (id == null || !isResource(id)) {
            throw new InvalidPackageException("a handle refers to something that is no resource");
        }
        checkNamedHere(id);
        return id;
    }

    private boolean isResource(TypeId id) {
        TypeDefKind kind = draft.type(id).kind();
        while (kind instanceof TypeDefKind.Alias alias && alias.type() instanceof TypeId target) {
            kind = draft.type(target).kind();
        }
        return kind instanceof TypeDefKind.Resource;
    }

    private TypeDefKind kind(TypeNode.Defined node) throws InvalidPackageException {
        TypeDefinition definition = node.definition();
        Scope scope = node.scope();
        if (definition instanceof TypeDefinition.Primitive primitive) {
            return new TypeDefKind.Alias(primitive.type());
        } else if (definition instanceof TypeDefinition.Record shape) {
            List<Field> fields = new ArrayList<>();
            for (TypeDefinition.Labeled field : shape.fields()) {
                fields.add(new Field(
                        QualifiedName.label(field.name()), use(field.type(), scope), Optional.empty(), Span.NONE));
            }
            return new TypeDefKind.Record(fields);
        } else if (definition instanceof TypeDefinition.Variant shape) {
            List<Case> cases = new ArrayList<>();
            for (TypeDefinition.Choice choice : shape.cases()) {
                cases.add(new Case(
                        QualifiedName.label(choice.name()), use(choice.type(), scope), Optional.empty(), Span.NONE));
            }
            return new TypeDefKind.Variant(cases);
        } else if (definition instanceof TypeDefinition.Flags flags) {
            List<Flag> all = new ArrayList<>();
            for (String name : flags.names()) {
                all.add(new Flag(QualifiedName.label(name), Optional.empty(), Span.NONE));
            }
            return new TypeDefKind.Flags(all);
        } else if (definition instanceof TypeDefinition.Enum choices) {
            List<EnumCase> all = new ArrayList<>();
            for (String name : choices.names()) {
                all.add(new EnumCase(QualifiedName.label(name), Optional.empty(), Span.NONE));
            }
            return new TypeDefKind.Enum(all);
        } else if (definition instanceof TypeDefinition.Tuple tuple) {
            List<Type> types = new ArrayList<>();
            for (ValueType element : tuple.types()) {
                types.add(use(element, scope));
            }
            return new TypeDefKind.Tuple(types);
        } else if (definition instanceof TypeDefinition.List list) {
            return new TypeDefKind.List(use(list.element(), scope));
        } else if (definition instanceof TypeDefinition.FixedLengthList list) {
            return new TypeDefKind.FixedLengthList(use(list.element(), scope), list.size());
        } else if (definition instanceof TypeDefinition.Map map) {
            return new TypeDefKind.Map(use(map.key(), scope), use(map.value(), scope));
        } else if (definition instanceof TypeDefinition.Option option) {
            return new TypeDefKind.Option(use(option.type(), scope));
        } else if (definition instanceof TypeDefinition.Result result) {
            return new TypeDefKind.Result(use(result.ok(), scope), use(result.err(), scope));
        } else if (definition instanceof TypeDefinition.Own own) {
            return new TypeDefKind.Own(resource(own.resource(), scope));
        } else if (definition instanceof TypeDefinition.Borrow borrow) {
            return new TypeDefKind.Borrow(resource(borrow.resource(), scope));
        } else if (definition instanceof TypeDefinition.Stream stream) {
            return new TypeDefKind.Stream(use(stream.payload(), scope));
        } else if (definition instanceof TypeDefinition.Future future) {
            return new TypeDefKind.Future(use(future.payload(), scope));
        }
        throw new InvalidPackageException("a function, instance or component type is used as the type of a value");
    }

    /** Walks over a definition and the type that it repeats, so that anonymous parts are recognised as the same. */
    private void identifyParts(TypeNode.Defined node, TypeId id) throws InvalidPackageException {
        TypeDefKind kind = draft.type(id).kind();
        if (kind instanceof TypeDefKind.Alias) {
            return;
        }
        List<ValueType> uses = DefinitionParts.of(node.definition());
        List<Type> types = KindParts.of(kind);
        if (uses.size() != types.size()) {
            throw different(id);
        }
        for (int i = 0; i < uses.size(); i++) {
            if (uses.get(i) instanceof ValueType.Index use) {
                TypeNode part = node.scope().type(use.type());
                if (!(types.get(i) instanceof TypeId type)) {
                    throw different(id);
                }
                if (ids.putIfAbsent(part, type) == null && part.origin() instanceof TypeNode.Defined defined) {
                    identifyParts(defined, type);
                }
            } else if (types.get(i) instanceof TypeId) {
                throw different(id);
            }
        }
    }

    private InvalidPackageException different(TypeId id) {
        return new InvalidPackageException(
                "type `" + draft.type(id).name().orElse("without a name") + "` is repeated with another shape");
    }
}

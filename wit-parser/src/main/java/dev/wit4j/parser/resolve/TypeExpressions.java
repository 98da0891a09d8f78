package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.Identifier;
import dev.wit4j.parser.ast.TypeExpression;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.PrimitiveType;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.resolve.UnresolvedPackage.RequiredResource;
import dev.wit4j.parser.resolve.UnresolvedPackage.TypeDraft;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves types where they are used, in the names of one interface or world. */
final class TypeExpressions {
    private static final Set<PrimitiveType> MAP_KEYS =
            EnumSet.complementOf(EnumSet.of(PrimitiveType.F32, PrimitiveType.F64, PrimitiveType.ERROR_CONTEXT));

    /** Stands for what could not be resolved; the error is reported, so nobody sees it. */
    private static final Type PLACEHOLDER = PrimitiveType.BOOL;

    private final PackageScope scope;
    private final NameScope names;
    private final AnonymousTypes anonymous;

    TypeExpressions(PackageScope scope, NameScope names, AnonymousTypes anonymous) {
        this.scope = scope;
        this.names = names;
        this.anonymous = anonymous;
    }

    AnonymousTypes anonymous() {
        return anonymous;
    }

    NameScope names() {
        return names;
    }

    Type typeOf(TypeExpression expression, Stability stability) {
        return anonymous.of(kindOf(expression, stability), stability, expression.span());
    }

    TypeDefKind kindOf(TypeExpression expression, Stability stability) {
        if (expression instanceof TypeExpression.Primitive primitive) {
            return new TypeDefKind.Alias(primitive.type());
        }
        if (expression instanceof TypeExpression.Named named) {
            Optional<TypeId> id = names.type(named.name());
            return id.isPresent() ? new TypeDefKind.Alias(id.get()) : unknown();
        }
        if (expression instanceof TypeExpression.Own own) {
            Optional<TypeId> resource = resource(own.resource());
            return resource.isPresent() ? new TypeDefKind.Own(resource.get()) : unknown();
        }
        if (expression instanceof TypeExpression.Borrow borrow) {
            Optional<TypeId> resource = resource(borrow.resource());
            return resource.isPresent() ? new TypeDefKind.Borrow(resource.get()) : unknown();
        }
        if (expression instanceof TypeExpression.ListOf list) {
            return new TypeDefKind.List(typeOf(list.element(), stability));
        }
        if (expression instanceof TypeExpression.FixedLengthListOf list) {
            return new TypeDefKind.FixedLengthList(typeOf(list.element(), stability), list.size());
        }
        if (expression instanceof TypeExpression.MapOf map) {
            return map(map, stability);
        }
        if (expression instanceof TypeExpression.TupleOf tuple) {
            List<Type> types = new ArrayList<>();
            for (TypeExpression type : tuple.types()) {
                types.add(typeOf(type, stability));
            }
            return new TypeDefKind.Tuple(types);
        }
        if (expression instanceof TypeExpression.OptionOf option) {
            return new TypeDefKind.Option(typeOf(option.type(), stability));
        }
        if (expression instanceof TypeExpression.ResultOf result) {
            Optional<Type> ok = optionalType(result.ok(), stability);
            return new TypeDefKind.Result(ok, optionalType(result.err(), stability));
        }
        if (expression instanceof TypeExpression.FutureOf future) {
            return new TypeDefKind.Future(optionalType(future.payload(), stability));
        }
        return new TypeDefKind.Stream(optionalType(((TypeExpression.StreamOf) expression).payload(), stability));
    }

    Optional<Type> optionalType(Optional<TypeExpression> type, Stability stability) {
        return type.isPresent() ? Optional.of(typeOf(type.get(), stability)) : Optional.empty();
    }

    private TypeDefKind map(TypeExpression.MapOf map, Stability stability) {
        Type key = typeOf(map.key(), stability);
        Type value = typeOf(map.value(), stability);
        if (!(key instanceof PrimitiveType primitive && MAP_KEYS.contains(primitive))) {
            scope.diagnostics.report(Diagnostic.error(
                    "invalid-map-key", map.span(), "invalid map key: keys are bool, integers, char or string"));
        }
        return new TypeDefKind.Map(key, value);
    }

    /** The resource that {@code name}, perhaps through aliases, stands for; the id is that of the name. */
    private Optional<TypeId> resource(Identifier name) {
        Optional<TypeId> named = names.type(name);
        if (named.isEmpty()) {
            return named;
        }
        TypeId target = scope.draft.withoutAliases(named.get());
        TypeDraft found = scope.draft.get(target);
        if (found instanceof TypeDraft.Foreign) {
            scope.draft.requiredResources.add(new RequiredResource(target, name.span()));
            return named;
        }
        if (((TypeDraft.Local) found).definition().kind() instanceof TypeDefKind.Resource) {
            return named;
        }
        scope.error("not-a-resource", name, "type `" + name.name() + "` used in a handle must be a resource");
        return Optional.empty();
    }

    private static TypeDefKind unknown() {
        return new TypeDefKind.Alias(PLACEHOLDER);
    }
}

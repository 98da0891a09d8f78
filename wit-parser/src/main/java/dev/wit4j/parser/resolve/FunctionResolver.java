package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.DocComment;
import dev.wit4j.parser.ast.FunctionDeclaration;
import dev.wit4j.parser.ast.FunctionType;
import dev.wit4j.parser.ast.Identifier;
import dev.wit4j.parser.ast.ResourceFunction;
import dev.wit4j.parser.ast.TypeExpression;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.Param;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.resolve.UnresolvedPackage.TypeDraft;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Resolves functions in the names of one interface or world. */
final class FunctionResolver {
    private final PackageScope scope;
    private final TypeExpressions expressions;

    FunctionResolver(PackageScope scope, TypeExpressions expressions) {
        this.scope = scope;
        this.expressions = expressions;
    }

    /** A function of the interface or world itself. */
    Function freestanding(FunctionDeclaration declaration) {
        FunctionKind kind = new FunctionKind.Freestanding(declaration.type().async());
        return resolve(declaration, declaration.name().name(), kind);
    }

    /** A function of the resource {@code owner}; empty if that could not be resolved. */
    Optional<Function> ofResource(ResourceFunction function, Identifier owner) {
        FunctionDeclaration declaration = function.declaration();
        Optional<TypeId> resource = expressions.names().type(owner);
        return resource.isEmpty()
                ? Optional.empty()
                : Optional.of(resolve(function, declaration, owner, resource.get()));
    }

    private Function resolve(
            ResourceFunction function, FunctionDeclaration declaration, Identifier owner, TypeId resource) {
        String member = owner.name() + "." + declaration.name().name();
        boolean async = declaration.type().async();
        if (function instanceof ResourceFunction.Method) {
            return resolve(declaration, "[method]" + member, new FunctionKind.Method(async, resource));
        }
        if (function instanceof ResourceFunction.Static) {
            return resolve(declaration, "[static]" + member, new FunctionKind.Static(async, resource));
        }
        return resolve(declaration, "[constructor]" + owner.name(), new FunctionKind.Constructor(resource));
    }

    private Function resolve(FunctionDeclaration declaration, String name, FunctionKind kind) {
        Stability stability = Attributes.stability(declaration.gates(), scope.diagnostics);
        List<Param> params = params(declaration.type(), kind);
        Optional<Type> result = result(declaration.type(), kind);
        return new Function(
                name,
                kind,
                params,
                result,
                DocComment.textOf(declaration.docs()),
                stability,
                Attributes.externalId(declaration.gates(), scope.diagnostics),
                declaration.name().span());
    }

    private List<Param> params(FunctionType type, FunctionKind kind) {
        List<Param> params = new ArrayList<>();
        if (kind instanceof FunctionKind.Method method) {
            Type self = expressions
                    .anonymous()
                    .of(new TypeDefKind.Borrow(method.resource()), Stability.UNKNOWN, type.span());
            params.add(new Param("self", self, type.span()));
        }
        Set<String> seen = new HashSet<>();
        for (Param param : params) {
            seen.add(param.name());
        }
        for (FunctionType.Parameter parameter : type.parameters()) {
            Identifier name = parameter.name();
            if (!seen.add(name.name())) {
                scope.error("duplicate-param", name, "param `" + name.name() + "` is defined more than once");
            }
            params.add(new Param(name.name(), expressions.typeOf(parameter.type(), Stability.UNKNOWN), name.span()));
        }
        return params;
    }

    private Optional<Type> result(FunctionType type, FunctionKind kind) {
        if (!(kind instanceof FunctionKind.Constructor constructor)) {
            return expressions.optionalType(type.result(), Stability.UNKNOWN);
        }
        return Optional.of(
                type.result().isPresent()
                        ? constructorResult(
                                constructor.resource(), type.result().get())
                        : constructor.resource());
    }

    /** A constructor may only return a {@code result} of its resource. */
    private Type constructorResult(TypeId resource, TypeExpression written) {
        Type type = expressions.typeOf(written, Stability.UNKNOWN);
        if (!(type instanceof TypeId id
                && scope.draft.get(id) instanceof TypeDraft.Local local
                && local.definition().kind() instanceof TypeDefKind.Result result)) {
            constructorError(written.span(), "the result of a constructor, if one is written, is a `result`");
            return type;
        }
        if (!result.ok().equals(Optional.of(resource))) {
            Span place = written instanceof TypeExpression.ResultOf direct
                    ? direct.ok().map(TypeExpression::span).orElse(written.span())
                    : written.span();
            constructorError(place, "the `ok` side of a constructor's result is the resource that it makes");
        }
        return type;
    }

    private void constructorError(Span span, String message) {
        scope.diagnostics.report(Diagnostic.error("constructor-result", span, message)
                .withHint("write no result, or `result<resource, error>` with the resource itself"));
    }
}

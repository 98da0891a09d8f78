package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.DocComment;
import dev.wit4j.parser.ast.FunctionDeclaration;
import dev.wit4j.parser.ast.Gate;
import dev.wit4j.parser.ast.InterfaceMember;
import dev.wit4j.parser.ast.ResourceFunction;
import dev.wit4j.parser.ast.TypeBody;
import dev.wit4j.parser.ast.TypeDeclaration;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.resolve.PackageScope.Entry;
import dev.wit4j.parser.resolve.UnresolvedPackage.InterfaceDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fourth phase of a package: the types, then the functions of an interface. */
final class InterfaceResolver {
    private final PackageScope scope;
    private final AnonymousTypes anonymous;

    InterfaceResolver(PackageScope scope, AnonymousTypes anonymous) {
        this.scope = scope;
        this.anonymous = anonymous;
    }

    void resolve(InterfaceId id, List<InterfaceMember> members, Optional<DocComment> docs, List<Gate> gates, int file) {
        InterfaceDraft draft = scope.draft.get(id);
        draft.docs = DocComment.textOf(docs);
        draft.stability = Attributes.stability(gates, scope.diagnostics);
        NameScope names = new NameScope(scope.diagnostics);
        TypeExpressions expressions = new TypeExpressions(scope, names, anonymous);
        new TypeResolver(scope, names, expressions, new TypeOwner.Interface(id), file).resolve(members);
        for (Map.Entry<String, Entry> name : names.names().entrySet()) {
            if (name.getValue() instanceof Entry.OfType type) {
                draft.types.put(name.getKey(), type.id());
            }
        }
        for (Function function : functions(members, names, new FunctionResolver(scope, expressions))) {
            draft.functions.putIfAbsent(function.name(), function);
        }
        scope.setNames(id, names.names());
    }

    private static List<Function> functions(List<InterfaceMember> members, NameScope names, FunctionResolver resolver) {
        List<Function> functions = new ArrayList<>();
        for (InterfaceMember member : members) {
            if (member instanceof FunctionDeclaration declaration) {
                names.define(declaration.name(), new Entry.OfFunction());
                functions.add(resolver.freestanding(declaration));
            } else if (member instanceof TypeDeclaration type && type.body() instanceof TypeBody.ResourceBody body) {
                for (ResourceFunction function : body.functions()) {
                    Optional<Function> resolved = resolver.ofResource(function, type.name());
                    if (resolved.isPresent()) {
                        functions.add(resolved.get());
                    }
                }
            }
        }
        return functions;
    }
}

package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.DocComment;
import dev.wit4j.parser.ast.Identifier;
import dev.wit4j.parser.ast.ItemPath;
import dev.wit4j.parser.ast.ResourceFunction;
import dev.wit4j.parser.ast.TypeBody;
import dev.wit4j.parser.ast.TypeDeclaration;
import dev.wit4j.parser.ast.UseDeclaration;
import dev.wit4j.parser.ast.UseDeclaration.UsedName;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.NearestName;
import dev.wit4j.parser.model.Case;
import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.EnumCase;
import dev.wit4j.parser.model.Field;
import dev.wit4j.parser.model.Flag;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.resolve.PackageScope.Entry;
import dev.wit4j.parser.resolve.UnresolvedPackage.TypeDraft;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Resolves the named types of one interface or world: first what it uses, then its own, each behind what it is made of. */
final class TypeResolver {
    private final PackageScope scope;
    private final NameScope names;
    private final TypeExpressions expressions;
    private final TypeOwner owner;
    private final int file;

    TypeResolver(PackageScope scope, NameScope names, TypeExpressions expressions, TypeOwner owner, int file) {
        this.scope = scope;
        this.names = names;
        this.expressions = expressions;
        this.owner = owner;
        this.file = file;
    }

    /** Resolves the types among {@code members}, all those of the interface or world. */
    void resolve(List<?> members) {
        for (Object member : members) {
            if (member instanceof UseDeclaration use) {
                use(use);
            }
        }
        // What is used has its place in the order, too: it holds back the types made of it.
        Map<String, List<Identifier>> dependencies = new LinkedHashMap<>();
        Map<String, TypeDeclaration> byName = new HashMap<>();
        for (Object member : members) {
            if (member instanceof UseDeclaration use) {
                for (UsedName used : use.names()) {
                    dependencies.putIfAbsent(used.name().name(), List.of());
                }
            } else if (member instanceof TypeDeclaration declaration) {
                declare(declaration, dependencies, byName);
            }
        }
        TopologicalOrder order = TopologicalOrder.of(dependencies);
        for (Identifier missing : order.missing()) {
            names.notFound(missing, "type", dependencies.keySet());
        }
        if (order.cycle().isPresent()) {
            Identifier name = order.cycle().get();
            scope.diagnostics.report(
                    Diagnostic.error("type-cycle", name.span(), "type `" + name.name() + "` depends on itself")
                            .withHint("types of WIT cannot be recursive; a resource can stand for the inner value"));
            byName.keySet().forEach(each -> names.names().putIfAbsent(each, new Entry.Broken()));
        }
        for (String name : order.names()) {
            TypeDeclaration declaration = byName.get(name);
            if (declaration != null) {
                define(declaration, order.cycle().isPresent());
            }
        }
    }

    private void declare(
            TypeDeclaration declaration,
            Map<String, List<Identifier>> dependencies,
            Map<String, TypeDeclaration> byName) {
        Identifier name = declaration.name();
        if (names.names().containsKey(name.name()) || byName.putIfAbsent(name.name(), declaration) != null) {
            scope.error("duplicate-name", name, "name `" + name.name() + "` is defined more than once");
        } else {
            dependencies.put(name.name(), TypeNames.in(declaration.body()));
        }
    }

    private void define(TypeDeclaration declaration, boolean replace) {
        Stability stability = Attributes.stability(declaration.gates(), scope.diagnostics);
        TypeDefKind kind = kindOf(declaration, stability);
        TypeId id = add(
                declaration.name(),
                kind,
                DocComment.textOf(declaration.docs()),
                stability,
                Attributes.externalId(declaration.gates(), scope.diagnostics));
        if (replace) {
            names.names().remove(declaration.name().name());
        }
        names.define(declaration.name(), new Entry.OfType(id, declaration.name().span()));
    }

    private void use(UseDeclaration use) {
        Optional<InterfaceId> from = scope.interfaceAt(use.from(), file);
        Stability stability = Attributes.stability(use.gates(), scope.diagnostics);
        for (UsedName used : use.names()) {
            Optional<TypeId> original = from.isPresent() ? typeOf(from.get(), used, use.from()) : Optional.empty();
            if (original.isEmpty()) {
                names.names().putIfAbsent(used.name().name(), new Entry.Broken());
                continue;
            }
            TypeId id = scope.draft.add(new TypeDraft.Local(new TypeDef(
                    Optional.of(used.name().name()),
                    new TypeDefKind.Alias(original.get()),
                    owner,
                    Optional.empty(),
                    stability,
                    Optional.empty(),
                    used.original().span())));
            names.define(used.name(), new Entry.OfType(id, used.name().span()));
        }
    }

    private Optional<TypeId> typeOf(InterfaceId from, UsedName used, ItemPath path) {
        Map<String, Entry> known = scope.namesOf(from);
        Entry entry = known.get(used.original().name());
        if (entry instanceof Entry.OfType type) {
            return Optional.of(type.id());
        }
        if (entry instanceof Entry.OfFunction) {
            scope.error(
                    "not-a-type",
                    used.original(),
                    "cannot use the function `" + used.original().name() + "`");
        } else if (entry == null) {
            NearestName.report(
                    scope.diagnostics,
                    Diagnostic.error(
                                    "type-not-found",
                                    used.original().span(),
                                    "name `" + used.original().name() + "` does not exist")
                            .withHint("`" + path.item().name() + "` has no type of that name"),
                    used.original().name(),
                    () -> known.keySet().stream());
        }
        return Optional.empty();
    }

    private TypeId add(
            Identifier name, TypeDefKind kind, Optional<Docs> docs, Stability stability, Optional<String> externalId) {
        return scope.draft.add(new TypeDraft.Local(
                new TypeDef(Optional.of(name.name()), kind, owner, docs, stability, externalId, name.span())));
    }

    private TypeDefKind kindOf(TypeDeclaration declaration, Stability stability) {
        TypeBody body = declaration.body();
        if (body instanceof TypeBody.Alias alias) {
            return expressions.kindOf(alias.type(), stability);
        }
        if (body instanceof TypeBody.RecordBody fields) {
            return record(fields, stability);
        }
        if (body instanceof TypeBody.FlagsBody flags) {
            return flags(flags);
        }
        if (body instanceof TypeBody.VariantBody variant) {
            requireCases(declaration.name(), variant.cases(), "variant");
            return variant(variant, stability);
        }
        if (body instanceof TypeBody.EnumBody cases) {
            requireCases(declaration.name(), cases.cases(), "enum");
            return enumeration(cases);
        }
        checkFunctionNames(((TypeBody.ResourceBody) body).functions());
        return new TypeDefKind.Resource();
    }

    private TypeDefKind record(TypeBody.RecordBody body, Stability stability) {
        List<Field> fields = new ArrayList<>();
        for (TypeBody.Field field : body.fields()) {
            fields.add(new Field(
                    field.name().name(),
                    expressions.typeOf(field.type(), stability),
                    DocComment.textOf(field.docs()),
                    field.name().span()));
        }
        return new TypeDefKind.Record(fields);
    }

    private static TypeDefKind flags(TypeBody.FlagsBody body) {
        List<Flag> flags = new ArrayList<>();
        for (TypeBody.Member flag : body.flags()) {
            flags.add(new Flag(
                    flag.name().name(),
                    DocComment.textOf(flag.docs()),
                    flag.name().span()));
        }
        return new TypeDefKind.Flags(flags);
    }

    private TypeDefKind variant(TypeBody.VariantBody body, Stability stability) {
        List<Case> cases = new ArrayList<>();
        for (TypeBody.VariantCase oneOf : body.cases()) {
            cases.add(new Case(
                    oneOf.name().name(),
                    expressions.optionalType(oneOf.payload(), stability),
                    DocComment.textOf(oneOf.docs()),
                    oneOf.name().span()));
        }
        return new TypeDefKind.Variant(cases);
    }

    private static TypeDefKind enumeration(TypeBody.EnumBody body) {
        List<EnumCase> cases = new ArrayList<>();
        for (TypeBody.Member oneOf : body.cases()) {
            cases.add(new EnumCase(
                    oneOf.name().name(),
                    DocComment.textOf(oneOf.docs()),
                    oneOf.name().span()));
        }
        return new TypeDefKind.Enum(cases);
    }

    private void requireCases(Identifier name, List<?> cases, String what) {
        if (cases.isEmpty()) {
            scope.error("empty-" + what, name, "empty " + what);
        }
    }

    private void checkFunctionNames(List<ResourceFunction> functions) {
        Set<String> seen = new HashSet<>();
        boolean constructor = false;
        for (ResourceFunction function : functions) {
            Identifier name = function.declaration().name();
            if (function instanceof ResourceFunction.Constructor) {
                if (constructor) {
                    scope.error("duplicate-constructor", name, "duplicate constructors");
                }
                constructor = true;
            } else if (!seen.add(name.name())) {
                scope.error("duplicate-function", name, "duplicate function name `" + name.name() + "`");
            }
        }
    }
}

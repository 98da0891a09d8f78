package dev.wit4j.codegen.name;

import dev.wit4j.codegen.live.Unit;
import dev.wit4j.codegen.name.Names.TypeNames;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Case;
import dev.wit4j.parser.model.EnumCase;
import dev.wit4j.parser.model.Field;
import dev.wit4j.parser.model.Flag;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names types, their constants and their members. */
final class TypeNaming {
    private final Resolve resolve;
    private final Naming naming;
    private final List<Diagnostic> diagnostics;
    private final Map<TypeId, TypeNames> names = new HashMap<>();

    TypeNaming(Resolve resolve, Naming naming, List<Diagnostic> diagnostics) {
        this.resolve = resolve;
        this.naming = naming;
        this.diagnostics = diagnostics;
    }

    Map<TypeId, TypeNames> names() {
        return names;
    }

    /** Names the types of {@code unit} that have a class of their own. */
    void name(Unit unit, String packageName, NameScope classes) {
        NameScope constants = NameScope.ofMembers(diagnostics);
        for (TypeId id : unit.types()) {
            TypeDef type = resolve.type(id);
            kindSuffix(type.kind()).ifPresent(suffix -> {
                String wit = type.name().orElseThrow();
                String wanted = naming.nameOf(unit.name(), wit).orElseGet(() -> className(wit, suffix));
                String simpleName = classes.claim(wanted, wit, type.span());
                String constant = constants.claimQuietly(Casing.upperSnake(wit), wit, type.span());
                List<String> members = type.kind().accept(new Members(unit, wit, simpleName));
                names.put(id, new TypeNames(JavaName.of(packageName, simpleName), constant, members));
            });
        }
    }

    /** Whether a type of this kind gets a class of its own. */
    static boolean hasClass(TypeDefKind kind) {
        return kindSuffix(kind).isPresent();
    }

    /** What a name that is not free takes behind it; empty for kinds without a class of their own. */
    private static Optional<String> kindSuffix(TypeDefKind kind) {
        if (kind instanceof TypeDefKind.Record) {
            return Optional.of("Record");
        }
        if (kind instanceof TypeDefKind.Variant) {
            return Optional.of("Variant");
        }
        if (kind instanceof TypeDefKind.Enum) {
            return Optional.of("Enum");
        }
        if (kind instanceof TypeDefKind.Flags) {
            return Optional.of("Flags");
        }
        return kind instanceof TypeDefKind.Resource ? Optional.of("Resource") : Optional.empty();
    }

    private static String className(String wit, String suffix) {
        String name = Casing.upperCamel(wit);
        return ReservedWords.TYPES.contains(name) ? name + suffix : name;
    }

    /** The names of what stands inside a type. */
    private final class Members implements TypeDefKind.Visitor<List<String>> {
        private final Unit unit;
        private final String type;
        private final String simpleName;

        Members(Unit unit, String type, String simpleName) {
            this.unit = unit;
            this.type = type;
            this.simpleName = simpleName;
        }

        @Override
        public List<String> visitRecord(TypeDefKind.Record kind) {
            NameScope scope = NameScope.ofMembers(diagnostics);
            var members = new ArrayList<String>();
            for (Field field : kind.fields()) {
                String wanted = byHand(field.name())
                        .orElseGet(() -> ReservedWords.variable(Casing.lowerCamel(field.name()), naming));
                members.add(scope.claim(wanted, field.name(), field.span()));
            }
            return members;
        }

        @Override
        public List<String> visitVariant(TypeDefKind.Variant kind) {
            NameScope scope = NameScope.ofFiles(diagnostics);
            var members = new ArrayList<String>();
            for (Case one : kind.cases()) {
                String wanted = byHand(one.name())
                        .map(java -> unlikeItsVariant(one, java))
                        .orElseGet(() -> caseName(one.name()));
                members.add(scope.claim(wanted, one.name(), one.span()));
            }
            return members;
        }

        private String caseName(String wit) {
            String name = Casing.upperCamel(wit);
            return ReservedWords.TYPES.contains(name) || name.equalsIgnoreCase(simpleName) ? name + "Case" : name;
        }

        private String unlikeItsVariant(Case one, String java) {
            if (java.equals(simpleName)) {
                diagnostics.add(Diagnostic.error(
                                "java-name",
                                one.span(),
                                "the Java name of `" + type + "." + one.name() + "`, `" + java
                                        + "`, is that of its variant: no class stands in one of its own name")
                        .withHint("map the case or the variant to another name"));
            }
            return java;
        }

        @Override
        public List<String> visitEnum(TypeDefKind.Enum kind) {
            NameScope scope = NameScope.ofMembers(diagnostics);
            var members = new ArrayList<String>();
            for (EnumCase one : kind.cases()) {
                String wanted = byHand(one.name()).orElseGet(() -> Casing.upperSnake(one.name()));
                members.add(scope.claim(wanted, one.name(), one.span()));
            }
            return members;
        }

        @Override
        public List<String> visitFlags(TypeDefKind.Flags kind) {
            NameScope scope = NameScope.ofMembers(diagnostics);
            var members = new ArrayList<String>();
            for (Flag flag : kind.flags()) {
                String wanted = byHand(flag.name()).orElseGet(() -> Casing.upperSnake(flag.name()));
                members.add(scope.claim(wanted, flag.name(), flag.span()));
            }
            return members;
        }

        private Optional<String> byHand(String member) {
            return naming.nameOf(unit.name(), type + "." + member);
        }

        @Override
        public List<String> visitResource(TypeDefKind.Resource kind) {
            return List.of();
        }

        @Override
        public List<String> visitOwn(TypeDefKind.Own kind) {
            return List.of();
        }

        @Override
        public List<String> visitBorrow(TypeDefKind.Borrow kind) {
            return List.of();
        }

        @Override
        public List<String> visitTuple(TypeDefKind.Tuple kind) {
            return List.of();
        }

        @Override
        public List<String> visitOption(TypeDefKind.Option kind) {
            return List.of();
        }

        @Override
        public List<String> visitResult(TypeDefKind.Result kind) {
            return List.of();
        }

        @Override
        public List<String> visitList(TypeDefKind.List kind) {
            return List.of();
        }

        @Override
        public List<String> visitFixedLengthList(TypeDefKind.FixedLengthList kind) {
            return List.of();
        }

        @Override
        public List<String> visitMap(TypeDefKind.Map kind) {
            return List.of();
        }

        @Override
        public List<String> visitFuture(TypeDefKind.Future kind) {
            return List.of();
        }

        @Override
        public List<String> visitStream(TypeDefKind.Stream kind) {
            return List.of();
        }

        @Override
        public List<String> visitAlias(TypeDefKind.Alias kind) {
            return List.of();
        }
    }
}

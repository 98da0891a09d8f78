package dev.wit4j.parser.check;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Case;
import dev.wit4j.parser.model.EnumCase;
import dev.wit4j.parser.model.Field;
import dev.wit4j.parser.model.Flag;
import dev.wit4j.parser.model.PrimitiveType;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.source.Span;
import java.util.List;

/** What each kind of type has to be like. */
final class TypeRules {
    private static final int MOST_FLAGS = 32;
    private static final int MOST_PARTS = 10_000;
    private static final long MOST_ELEMENTS = 1L << 30;

    private final Resolve resolve;

    TypeRules(Resolve resolve) {
        this.resolve = resolve;
    }

    List<Diagnostic> violations(TypeDef type) {
        String name = type.name().isPresent() ? " `" + type.name().get() + "`" : "";
        return type.kind().accept(new Rules(name, type.span()));
    }

    private final class Rules implements TypeDefKind.Visitor<List<Diagnostic>> {
        private final String name;
        private final Span span;

        Rules(String name, Span span) {
            this.name = name;
            this.span = span;
        }

        private List<Diagnostic> tooMany(String what, int count, int most) {
            return violation(
                    "too-many-" + what,
                    (name.isEmpty() ? "a type" : "type" + name) + " has " + count + " " + what + ", and at most " + most
                            + " are possible",
                    "make several types of it");
        }

        private List<Diagnostic> violation(String code, String message, String hint) {
            return List.of(Diagnostic.error(code, span, message).withHint(hint));
        }

        @Override
        public List<Diagnostic> visitRecord(TypeDefKind.Record kind) {
            if (kind.fields().isEmpty()) {
                return violation("empty-type", "record" + name + " has no field", "give it one, or leave it out");
            }
            if (kind.fields().size() > MOST_PARTS) {
                return tooMany("fields", kind.fields().size(), MOST_PARTS);
            }
            UniqueNames names = new UniqueNames("field");
            for (Field field : kind.fields()) {
                names.add(field.name(), field.span());
            }
            return names.violations();
        }

        @Override
        public List<Diagnostic> visitFlags(TypeDefKind.Flags kind) {
            if (kind.flags().isEmpty()) {
                return violation("empty-type", "flags" + name + " has no flag", "give it one, or leave it out");
            }
            if (kind.flags().size() > MOST_FLAGS) {
                return tooMany("flags", kind.flags().size(), MOST_FLAGS);
            }
            UniqueNames names = new UniqueNames("flag");
            for (Flag flag : kind.flags()) {
                names.add(flag.name(), flag.span());
            }
            return names.violations();
        }

        @Override
        public List<Diagnostic> visitTuple(TypeDefKind.Tuple kind) {
            if (kind.types().isEmpty()) {
                return violation("empty-type", "a tuple has at least one type", "leave it out");
            }
            return kind.types().size() > MOST_PARTS
                    ? tooMany("types", kind.types().size(), MOST_PARTS)
                    : List.of();
        }

        @Override
        public List<Diagnostic> visitVariant(TypeDefKind.Variant kind) {
            if (kind.cases().size() > MOST_PARTS) {
                return tooMany("cases", kind.cases().size(), MOST_PARTS);
            }
            UniqueNames names = new UniqueNames("case");
            for (Case oneOf : kind.cases()) {
                names.add(oneOf.name(), oneOf.span());
            }
            return names.violations();
        }

        @Override
        public List<Diagnostic> visitEnum(TypeDefKind.Enum kind) {
            if (kind.cases().size() > MOST_PARTS) {
                return tooMany("cases", kind.cases().size(), MOST_PARTS);
            }
            UniqueNames names = new UniqueNames("case");
            for (EnumCase oneOf : kind.cases()) {
                names.add(oneOf.name(), oneOf.span());
            }
            return names.violations();
        }

        @Override
        public List<Diagnostic> visitFixedLengthList(TypeDefKind.FixedLengthList kind) {
            if (kind.size() == 0) {
                return violation("empty-type", "a list of fixed length has at least one element", "leave it out");
            }
            long size = Integer.toUnsignedLong(kind.size());
            return size > MOST_ELEMENTS
                    ? violation(
                            "too-many-elements",
                            "a list of fixed length has " + size + " elements, and at most " + MOST_ELEMENTS
                                    + " are possible",
                            "use a list without a length")
                    : List.of();
        }

        @Override
        public List<Diagnostic> visitStream(TypeDefKind.Stream kind) {
            return kind.payload().isPresent() && isCharacter(kind.payload().get())
                    ? violation(
                            "stream-of-char",
                            "a stream of characters is not valid: they have no encoding",
                            "use `stream<u8>` and say which encoding its bytes have")
                    : List.of();
        }

        private boolean isCharacter(Type type) {
            Type current = type;
            while (current instanceof TypeId id && resolve.type(id).kind() instanceof TypeDefKind.Alias alias) {
                current = alias.type();
            }
            return current == PrimitiveType.CHAR;
        }

        @Override
        public List<Diagnostic> visitResource(TypeDefKind.Resource kind) {
            return List.of();
        }

        @Override
        public List<Diagnostic> visitOwn(TypeDefKind.Own kind) {
            return List.of();
        }

        @Override
        public List<Diagnostic> visitBorrow(TypeDefKind.Borrow kind) {
            return List.of();
        }

        @Override
        public List<Diagnostic> visitOption(TypeDefKind.Option kind) {
            return List.of();
        }

        @Override
        public List<Diagnostic> visitResult(TypeDefKind.Result kind) {
            return List.of();
        }

        @Override
        public List<Diagnostic> visitList(TypeDefKind.List kind) {
            return List.of();
        }

        @Override
        public List<Diagnostic> visitMap(TypeDefKind.Map kind) {
            return List.of();
        }

        @Override
        public List<Diagnostic> visitFuture(TypeDefKind.Future kind) {
            return List.of();
        }

        @Override
        public List<Diagnostic> visitAlias(TypeDefKind.Alias kind) {
            return List.of();
        }
    }
}

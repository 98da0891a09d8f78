package dev.wit4j.parser.check;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Case;
import dev.wit4j.parser.model.Field;
import dev.wit4j.parser.model.PrimitiveType;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How much linear memory a value may take, without what it points at: the sizes of the canonical ABI for memories with
 * addresses of 64 bits, in which no value is smaller than in one with 32.
 *
 * <p>The limit is one of the specification since August 2026. The reference that this parser is held against accepts more, so
 * what is beyond it is a warning.
 */
final class ValueSizes {
    /** Of all sizes, what is too large counts as one more than this. */
    private static final long LARGEST = (1 << 28) - 1;

    private static final Extent ADDRESS_AND_LENGTH = new Extent(16, 8);
    private static final Extent HANDLE = Extent.of(4);

    private final List<Extent> extents = new ArrayList<>();
    private final List<Diagnostic> violations = new ArrayList<>();

    /** Looks at types in the order of their ids, in which parts come before what they are parts of. */
    ValueSizes(Resolve resolve) {
        Layout layout = new Layout();
        for (TypeDef type : resolve.types()) {
            layout.tooLargePart = false;
            layout.tooLarge = false;
            extents.add(layout.checked(type.kind().accept(layout)));
            // Of types that are made of each other, the first that is too large is the one to look at.
            if (layout.tooLarge && !layout.tooLargePart) {
                violations.add(tooLarge(type));
            }
        }
    }

    List<Diagnostic> violations() {
        return violations;
    }

    private static Diagnostic tooLarge(TypeDef type) {
        String name = type.name().isPresent() ? "type `" + type.name().get() + "`" : "this type";
        return Diagnostic.warning(
                        "value-too-large",
                        type.span(),
                        "a value of " + name + " takes more than " + LARGEST + " bytes of memory")
                .withHint(
                        "tools that follow the specification of August 2026 refuse it; a `list<T>` without a length keeps its"
                                + " elements outside of the value");
    }

    /**
     * What a value takes.
     *
     * @param size in bytes, at most one more than the largest
     * @param alignment in bytes
     */
    private record Extent(long size, int alignment) {
        /** A scalar. */
        static Extent of(int size) {
            return new Extent(size, size);
        }

        Extent {
            size = Math.min(size, LARGEST + 1);
        }

        /** This, and behind it the other. */
        Extent then(Extent next) {
            return new Extent(aligned(size, next.alignment) + next.size, Math.max(alignment, next.alignment));
        }

        /** Both in one place. */
        Extent or(Extent other) {
            return new Extent(Math.max(size, other.size), Math.max(alignment, other.alignment));
        }

        /** As an element among others. */
        Extent padded() {
            return new Extent(aligned(size, alignment), alignment);
        }

        private static long aligned(long size, int alignment) {
            return (size + alignment - 1) / alignment * alignment;
        }
    }

    private final class Layout implements TypeDefKind.Visitor<Extent> {
        private static final Extent NOTHING = new Extent(0, 1);

        /** Whether a part of the type is too large already. */
        private boolean tooLargePart;
        /** Whether the type is, or what it points at. */
        private boolean tooLarge;

        private Extent checked(Extent extent) {
            tooLarge |= extent.size() > LARGEST;
            return extent;
        }

        private Extent of(Type type) {
            if (type instanceof PrimitiveType primitive) {
                return ofPrimitive(primitive);
            }
            Extent extent = extents.get(((TypeId) type).index());
            tooLargePart |= extent.size() > LARGEST;
            return extent;
        }

        private Extent of(Optional<Type> type) {
            return type.isPresent() ? of(type.get()) : NOTHING;
        }

        private static Extent ofPrimitive(PrimitiveType type) {
            return switch (type) {
                case BOOL, U8, S8 -> Extent.of(1);
                case U16, S16 -> Extent.of(2);
                case U32, S32, F32, CHAR -> Extent.of(4);
                case U64, S64, F64 -> Extent.of(8);
                case ERROR_CONTEXT -> HANDLE;
                case STRING -> ADDRESS_AND_LENGTH;
            };
        }

        /** Which case it is, and behind that what the largest case takes. */
        private Extent oneOf(int cases, Extent payload) {
            Extent discriminant = Extent.of(cases <= 1 << 8 ? 1 : cases <= 1 << 16 ? 2 : 4);
            return discriminant.then(payload).padded();
        }

        @Override
        public Extent visitRecord(TypeDefKind.Record kind) {
            Extent all = NOTHING;
            for (Field field : kind.fields()) {
                all = all.then(of(field.type()));
            }
            return all.padded();
        }

        @Override
        public Extent visitTuple(TypeDefKind.Tuple kind) {
            Extent all = NOTHING;
            for (Type type : kind.types()) {
                all = all.then(of(type));
            }
            return all.padded();
        }

        @Override
        public Extent visitVariant(TypeDefKind.Variant kind) {
            Extent largest = NOTHING;
            for (Case oneOf : kind.cases()) {
                largest = largest.or(of(oneOf.type()));
            }
            return oneOf(kind.cases().size(), largest);
        }

        @Override
        public Extent visitEnum(TypeDefKind.Enum kind) {
            return oneOf(kind.cases().size(), NOTHING);
        }

        @Override
        public Extent visitOption(TypeDefKind.Option kind) {
            return oneOf(2, of(kind.type()));
        }

        @Override
        public Extent visitResult(TypeDefKind.Result kind) {
            return oneOf(2, of(kind.ok()).or(of(kind.err())));
        }

        @Override
        public Extent visitFlags(TypeDefKind.Flags kind) {
            int count = kind.flags().size();
            return Extent.of(count <= 8 ? 1 : count <= 16 ? 2 : 4);
        }

        @Override
        public Extent visitFixedLengthList(TypeDefKind.FixedLengthList kind) {
            Extent element = of(kind.element());
            return new Extent(element.size() * Integer.toUnsignedLong(kind.size()), element.alignment());
        }

        @Override
        public Extent visitList(TypeDefKind.List kind) {
            return ADDRESS_AND_LENGTH;
        }

        @Override
        public Extent visitMap(TypeDefKind.Map kind) {
            // In memory, a map is a list of pairs.
            checked(of(kind.key()).then(of(kind.value())).padded());
            return ADDRESS_AND_LENGTH;
        }

        @Override
        public Extent visitAlias(TypeDefKind.Alias kind) {
            return of(kind.type());
        }

        @Override
        public Extent visitResource(TypeDefKind.Resource kind) {
            return HANDLE;
        }

        @Override
        public Extent visitOwn(TypeDefKind.Own kind) {
            return HANDLE;
        }

        @Override
        public Extent visitBorrow(TypeDefKind.Borrow kind) {
            return HANDLE;
        }

        @Override
        public Extent visitFuture(TypeDefKind.Future kind) {
            return HANDLE;
        }

        @Override
        public Extent visitStream(TypeDefKind.Stream kind) {
            return HANDLE;
        }
    }
}

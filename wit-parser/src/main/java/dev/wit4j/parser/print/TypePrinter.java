package dev.wit4j.parser.print;

import dev.wit4j.parser.model.PrimitiveType;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Types where they are used: by their name, or by their shape if they have none. */
final class TypePrinter {
    private final Resolve resolve;
    private final Shape shape = new Shape();

    TypePrinter(Resolve resolve) {
        this.resolve = resolve;
    }

    /** The type as it is written where it is used. */
    String use(Type type) {
        if (type instanceof PrimitiveType primitive) {
            return primitive.wit();
        }
        TypeDef definition = resolve.type((TypeId) type);
        return definition
                .name()
                .map(WitText::identifier)
                .orElseGet(() -> definition.kind().accept(shape));
    }

    /** The right side of {@code type name = ...}: the shape of {@code kind}, an owned handle spelled out. */
    String definition(TypeDefKind kind) {
        return kind instanceof TypeDefKind.Own own ? "own<" + use(own.resource()) + ">" : kind.accept(shape);
    }

    private String optional(String head, Optional<Type> payload) {
        return payload.map(type -> head + "<" + use(type) + ">").orElse(head);
    }

    private final class Shape implements TypeDefKind.Visitor<String> {
        @Override
        public String visitOwn(TypeDefKind.Own kind) {
            return use(kind.resource());
        }

        @Override
        public String visitBorrow(TypeDefKind.Borrow kind) {
            return "borrow<" + use(kind.resource()) + ">";
        }

        @Override
        public String visitTuple(TypeDefKind.Tuple kind) {
            return "tuple<" + uses(kind.types()) + ">";
        }

        private String uses(List<Type> types) {
            return types.stream().map(TypePrinter.this::use).collect(Collectors.joining(", "));
        }

        @Override
        public String visitOption(TypeDefKind.Option kind) {
            return "option<" + use(kind.type()) + ">";
        }

        @Override
        public String visitResult(TypeDefKind.Result kind) {
            if (kind.err().isEmpty()) {
                return optional("result", kind.ok());
            }
            return "result<" + kind.ok().map(TypePrinter.this::use).orElse("_") + ", "
                    + use(kind.err().get()) + ">";
        }

        @Override
        public String visitList(TypeDefKind.List kind) {
            return "list<" + use(kind.element()) + ">";
        }

        @Override
        public String visitFixedLengthList(TypeDefKind.FixedLengthList kind) {
            return "list<" + use(kind.element()) + ", " + Integer.toUnsignedString(kind.size()) + ">";
        }

        @Override
        public String visitMap(TypeDefKind.Map kind) {
            return "map<" + use(kind.key()) + ", " + use(kind.value()) + ">";
        }

        @Override
        public String visitFuture(TypeDefKind.Future kind) {
            return optional("future", kind.payload());
        }

        @Override
        public String visitStream(TypeDefKind.Stream kind) {
            return optional("stream", kind.payload());
        }

        @Override
        public String visitAlias(TypeDefKind.Alias kind) {
            return use(kind.type());
        }

        @Override
        public String visitRecord(TypeDefKind.Record kind) {
            throw unnamed("record");
        }

        @Override
        public String visitResource(TypeDefKind.Resource kind) {
            throw unnamed("resource");
        }

        @Override
        public String visitFlags(TypeDefKind.Flags kind) {
            throw unnamed("flags");
        }

        @Override
        public String visitVariant(TypeDefKind.Variant kind) {
            throw unnamed("variant");
        }

        @Override
        public String visitEnum(TypeDefKind.Enum kind) {
            throw unnamed("enum");
        }

        private IllegalArgumentException unnamed(String kind) {
            return new IllegalArgumentException("WIT has no way to write a " + kind + " without a name");
        }
    }
}

package dev.wit4j.parser.ast;

import java.util.List;
import java.util.Optional;

/** What a declared type is. */
public sealed interface TypeBody {
    /** {@code type name = ...;}. */
    record Alias(TypeExpression type) implements TypeBody {}

    /** {@code record}. */
    record RecordBody(List<Field> fields) implements TypeBody {
        public RecordBody {
            fields = List.copyOf(fields);
        }
    }

    /** {@code flags}. */
    record FlagsBody(List<Member> flags) implements TypeBody {
        public FlagsBody {
            flags = List.copyOf(flags);
        }
    }

    /** {@code variant}. */
    record VariantBody(List<VariantCase> cases) implements TypeBody {
        public VariantBody {
            cases = List.copyOf(cases);
        }
    }

    /** {@code enum}. */
    record EnumBody(List<Member> cases) implements TypeBody {
        public EnumBody {
            cases = List.copyOf(cases);
        }
    }

    /** {@code resource}. */
    record ResourceBody(List<ResourceFunction> functions) implements TypeBody {
        public ResourceBody {
            functions = List.copyOf(functions);
        }
    }

    /** {@code name: type} of a record. */
    record Field(Optional<DocComment> docs, Identifier name, TypeExpression type) {}

    /** {@code name(type)} of a variant; the payload may be missing. */
    record VariantCase(Optional<DocComment> docs, Identifier name, Optional<TypeExpression> payload) {}

    /** {@code name} of flags or an enum. */
    record Member(Optional<DocComment> docs, Identifier name) {}
}

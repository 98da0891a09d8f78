package dev.wit4j.value;

import java.util.List;
import java.util.Optional;

/**
 * The structure of a WIT type at run time, free of Java classes: what formats, fingerprints and, one day, the canonical ABI
 * need to know. Immutable.
 */
public sealed interface TypeInfo {
    /** The types that need no definition. */
    enum Primitive implements TypeInfo {
        BOOL,
        U8,
        U16,
        U32,
        U64,
        S8,
        S16,
        S32,
        S64,
        F32,
        F64,
        CHAR,
        STRING,
        ERROR_CONTEXT
    }

    /**
     * A {@code record}.
     *
     * @param name the WIT name, such as {@code wasi:http/types.field-size}
     */
    record Record(String name, List<Field> fields) implements TypeInfo {
        public Record {
            fields = List.copyOf(fields);
        }
    }

    /** A field of a record, or a parameter of a function. */
    record Field(String name, TypeInfo type) {}

    /** A {@code tuple}. */
    record Tuple(List<TypeInfo> types) implements TypeInfo {
        public Tuple {
            types = List.copyOf(types);
        }
    }

    /** A {@code variant}; {@code name} as for a record. */
    record Variant(String name, List<Case> cases) implements TypeInfo {
        public Variant {
            cases = List.copyOf(cases);
        }
    }

    /** A case of a variant. */
    record Case(String name, Optional<TypeInfo> type) {}

    /** An {@code enum}; {@code name} as for a record. */
    record Enum(String name, List<String> cases) implements TypeInfo {
        public Enum {
            cases = List.copyOf(cases);
        }
    }

    /** A {@code flags} type; {@code name} as for a record. */
    record Flags(String name, List<String> flags) implements TypeInfo {
        public Flags {
            flags = List.copyOf(flags);
        }
    }

    /** An {@code option}. */
    record Option(TypeInfo type) implements TypeInfo {}

    /** A {@code result}. */
    record Result(Optional<TypeInfo> ok, Optional<TypeInfo> err) implements TypeInfo {}

    /** A {@code list}. */
    record ListOf(TypeInfo element) implements TypeInfo {}

    /** A list of exactly {@code size} elements. */
    record FixedLengthList(TypeInfo element, int size) implements TypeInfo {}

    /** A {@code map}. */
    record MapOf(TypeInfo key, TypeInfo value) implements TypeInfo {}

    /**
     * A handle.
     *
     * @param resource the WIT name of the resource, such as {@code wasi:keyvalue/types.bucket}
     * @param own whether it is {@code own} rather than {@code borrow}
     */
    record Handle(String resource, boolean own) implements TypeInfo {}

    /** A {@code stream}. */
    record Stream(Optional<TypeInfo> element) implements TypeInfo {}

    /** A {@code future}. */
    record Future(Optional<TypeInfo> value) implements TypeInfo {}
}

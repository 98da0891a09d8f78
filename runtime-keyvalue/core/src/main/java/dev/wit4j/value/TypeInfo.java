package dev.wit4j.value;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The structure of a WIT type at run time, free of Java classes: what formats, fingerprints and, one day, the canonical ABI
 * need to know. Immutable. The text form of a type is as in WIT, with the full name of what has a definition.
 */
public sealed interface TypeInfo {
    /** Whether there is more than one value of this type, so that a value takes room when it is written. */
    default boolean hasContent() {
        return true;
    }

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
        ERROR_CONTEXT;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** A type whose values cross a boundary as an entry in a table of handles. */
    sealed interface Reference extends TypeInfo {}

    /**
     * A {@code record}.
     *
     * @param name the WIT name, such as {@code wasi:http/types.field-size}
     */
    record Record(String name, List<Field> fields) implements TypeInfo {
        public Record {
            fields = List.copyOf(fields);
        }

        @Override
        public boolean hasContent() {
            return fields.stream().anyMatch(field -> field.type().hasContent());
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A field of a record, or a parameter of a function. */
    record Field(String name, TypeInfo type) {}

    /** A {@code tuple}. */
    record Tuple(List<TypeInfo> types) implements TypeInfo {
        public Tuple {
            types = List.copyOf(types);
        }

        @Override
        public boolean hasContent() {
            return types.stream().anyMatch(TypeInfo::hasContent);
        }

        @Override
        public String toString() {
            return types.stream().map(TypeInfo::toString).collect(Collectors.joining(", ", "tuple<", ">"));
        }
    }

    /** A {@code variant}; {@code name} as for a record. */
    record Variant(String name, List<Case> cases) implements TypeInfo {
        public Variant {
            cases = List.copyOf(cases);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A case of a variant. */
    record Case(String name, Optional<TypeInfo> type) {}

    /** An {@code enum}; {@code name} as for a record. */
    record Enum(String name, List<String> cases) implements TypeInfo {
        public Enum {
            cases = List.copyOf(cases);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A {@code flags} type; {@code name} as for a record. */
    record Flags(String name, List<String> flags) implements TypeInfo {
        public Flags {
            flags = List.copyOf(flags);
        }

        @Override
        public boolean hasContent() {
            return !flags.isEmpty();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** An {@code option}. */
    record Option(TypeInfo type) implements TypeInfo {
        @Override
        public String toString() {
            return "option<" + type + ">";
        }
    }

    /** A {@code result}. */
    record Result(Optional<TypeInfo> ok, Optional<TypeInfo> err) implements TypeInfo {
        @Override
        public String toString() {
            return ok.isEmpty() && err.isEmpty()
                    ? "result"
                    : "result<" + ok.map(TypeInfo::toString).orElse("_")
                            + err.map(type -> ", " + type).orElse("") + ">";
        }
    }

    /** A {@code list}. */
    record ListOf(TypeInfo element) implements TypeInfo {
        @Override
        public String toString() {
            return "list<" + element + ">";
        }
    }

    /** A list of exactly {@code size} elements. */
    record FixedLengthList(TypeInfo element, int size) implements TypeInfo {
        @Override
        public boolean hasContent() {
            return size > 0 && element.hasContent();
        }

        @Override
        public String toString() {
            return "list<" + element + ", " + size + ">";
        }
    }

    /** A {@code map}. */
    record MapOf(TypeInfo key, TypeInfo value) implements TypeInfo {
        @Override
        public String toString() {
            return "map<" + key + ", " + value + ">";
        }
    }

    /**
     * A handle.
     *
     * @param resource the WIT name of the resource, such as {@code wasi:keyvalue/types.bucket}
     * @param own whether it is {@code own} rather than {@code borrow}
     */
    record Handle(String resource, boolean own) implements Reference {
        @Override
        public String toString() {
            return own ? resource : "borrow<" + resource + ">";
        }
    }

    /** A {@code stream}. */
    record Stream(Optional<TypeInfo> element) implements Reference {
        @Override
        public String toString() {
            return element.map(type -> "stream<" + type + ">").orElse("stream");
        }
    }

    /** A {@code future}. */
    record Future(Optional<TypeInfo> value) implements Reference {
        @Override
        public String toString() {
            return value.map(type -> "future<" + type + ">").orElse("future");
        }
    }
}

package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.PrimitiveType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The bytes that stand for types in the binary format of the component model. */
final class TypeCodes {
    static final int RESOURCE = 0x3f;
    static final int FUNC = 0x40;
    static final int COMPONENT = 0x41;
    static final int INSTANCE = 0x42;
    static final int ASYNC_FUNC = 0x43;
    static final int MAP = 0x63;
    static final int FUTURE = 0x65;
    static final int STREAM = 0x66;
    static final int FIXED_LENGTH_LIST = 0x67;
    static final int BORROW = 0x68;
    static final int OWN = 0x69;
    static final int RESULT = 0x6a;
    static final int OPTION = 0x6b;
    static final int ENUM = 0x6d;
    static final int FLAGS = 0x6e;
    static final int TUPLE = 0x6f;
    static final int LIST = 0x70;
    static final int VARIANT = 0x71;
    static final int RECORD = 0x72;

    private static final Map<Integer, PrimitiveType> PRIMITIVES = new HashMap<>();

    static {
        for (PrimitiveType type : PrimitiveType.values()) {
            PRIMITIVES.put(of(type), type);
        }
    }

    private TypeCodes() {}

    static int of(PrimitiveType type) {
        return switch (type) {
            case BOOL -> 0x7f;
            case S8 -> 0x7e;
            case U8 -> 0x7d;
            case S16 -> 0x7c;
            case U16 -> 0x7b;
            case S32 -> 0x7a;
            case U32 -> 0x79;
            case S64 -> 0x78;
            case U64 -> 0x77;
            case F32 -> 0x76;
            case F64 -> 0x75;
            case CHAR -> 0x74;
            case STRING -> 0x73;
            case ERROR_CONTEXT -> 0x64;
        };
    }

    /** The primitive type that {@code code} stands for, if it stands for one. */
    static Optional<PrimitiveType> primitive(int code) {
        return Optional.ofNullable(PRIMITIVES.get(code));
    }
}

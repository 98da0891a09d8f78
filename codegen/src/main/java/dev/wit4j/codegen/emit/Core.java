package dev.wit4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import dev.wit4j.codegen.model.ConstantName;
import dev.wit4j.codegen.name.JavaName;

/** The classes of the runtime, of JSpecify and of the JDK that generated code names. */
final class Core {
    static final ClassName BYTES = ClassName.get("dev.wit4j", "Bytes");
    static final ClassName BYTE_STREAM_READER = ClassName.get("dev.wit4j", "ByteStreamReader");
    static final ClassName ERROR_CONTEXT = ClassName.get("dev.wit4j", "ErrorContext");
    static final ClassName ERROR_RESULT_EXCEPTION = ClassName.get("dev.wit4j", "ErrorResultException");
    static final ClassName FUTURE_READER = ClassName.get("dev.wit4j", "FutureReader");
    static final ClassName OWNED = ClassName.get("dev.wit4j", "Owned");
    static final ClassName RESOURCE = ClassName.get("dev.wit4j", "Resource");
    static final ClassName RESULT = ClassName.get("dev.wit4j", "Result");
    static final ClassName STREAM_READER = ClassName.get("dev.wit4j", "StreamReader");
    static final ClassName UNIT = ClassName.get("dev.wit4j", "Unit");
    static final ClassName UNSIGNED = ClassName.get("dev.wit4j", "Unsigned");

    static final ClassName CHECKS = ClassName.get("dev.wit4j.component", "Checks");
    static final ClassName CODECS = ClassName.get("dev.wit4j.component", "Codecs");
    static final ClassName ENUM_CODEC = ClassName.get("dev.wit4j.component", "EnumCodec");
    static final ClassName FLAGS_CODEC = ClassName.get("dev.wit4j.component", "FlagsCodec");
    static final ClassName FUNCTION_TYPE = ClassName.get("dev.wit4j.component", "FunctionType");
    static final ClassName FAILURE = FUNCTION_TYPE.nestedClass("Failure");
    static final ClassName KIND = FUNCTION_TYPE.nestedClass("Kind");
    static final ClassName PARAMETER = FUNCTION_TYPE.nestedClass("Parameter");
    static final ClassName HANDLE = ClassName.get("dev.wit4j.component", "Handle");
    static final ClassName HANDLE_MAPPER = ClassName.get("dev.wit4j.component", "HandleMapper");
    static final ClassName INTERFACE_TYPE = ClassName.get("dev.wit4j.component", "InterfaceType");
    static final ClassName INVOKER = ClassName.get("dev.wit4j.component", "Invoker");
    static final ClassName PROXY = ClassName.get("dev.wit4j.component", "Proxy");
    static final ClassName RESOURCE_TYPE = ClassName.get("dev.wit4j.component", "ResourceType");
    static final ClassName TUPLE_CODEC = ClassName.get("dev.wit4j.component", "TupleCodec");
    static final ClassName TUPLE_CODECS = ClassName.get("dev.wit4j.component", "TupleCodecs");
    static final ClassName VALUE_CODEC = ClassName.get("dev.wit4j.component", "ValueCodec");
    static final ClassName WORLD_TYPE = ClassName.get("dev.wit4j.component", "WorldType");

    static final ClassName WAVE = ClassName.get("dev.wit4j.format", "Wave");

    static final ClassName TYPE_INFO = ClassName.get("dev.wit4j.value", "TypeInfo");
    static final ClassName VALUE_READER = ClassName.get("dev.wit4j.value", "ValueReader");
    static final ClassName VALUE_WRITER = ClassName.get("dev.wit4j.value", "ValueWriter");

    static final ClassName NULL_MARKED = ClassName.get("org.jspecify.annotations", "NullMarked");
    static final ClassName NULLABLE = ClassName.get("org.jspecify.annotations", "Nullable");

    private Core() {}

    static ClassName tuple(int size) {
        return ClassName.get("dev.wit4j", "Tuple" + size);
    }

    static ClassName className(JavaName name) {
        ClassName found = ClassName.get(name.packageName(), name.simpleNames().get(0));
        for (String nested : name.simpleNames().subList(1, name.simpleNames().size())) {
            found = found.nestedClass(nested);
        }
        return found;
    }

    /** The class that declares {@code constant}. */
    static ClassName owner(ConstantName constant) {
        return className(constant.owner());
    }
}

package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.format.BinaryReader;
import dev.wit4j.format.BinaryWriter;
import dev.wit4j.format.HandleDecoder;
import dev.wit4j.format.HandleEncoder;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Arguments, results and errors of a function as bytes, in binary value encoding. */
final class Encoding {
    private Encoding() {}

    /** All arguments, one after the other. */
    static Bytes arguments(FunctionType function, Object[] arguments, HandleEncoder handles) {
        List<FunctionType.Parameter> parameters = function.parameters();
        if (parameters.size() != arguments.length) {
            throw new IllegalArgumentException(
                    function + " has " + parameters.size() + " parameters, not " + arguments.length);
        }
        BinaryWriter out = new BinaryWriter(handles);
        for (int i = 0; i < arguments.length; i++) {
            write(parameters.get(i).codec(), arguments[i], out);
        }
        return out.toBytes();
    }

    /**
     * What tells a call from another of the same function: the guest's arguments with handles as numbers, and behind them once
     * more those that hold handles, as the host has them, with the content of each resource.
     */
    static Bytes identity(
            FunctionType function,
            Object[] guestArguments,
            Object[] hostArguments,
            HandleEncoder numbers,
            HandleEncoder contents) {
        Bytes arguments = arguments(function, guestArguments, numbers);
        BinaryWriter out = new BinaryWriter(contents);
        for (int i = 0; i < hostArguments.length; i++) {
            ValueCodec<?> codec = function.parameters().get(i).codec();
            if (codec.hasHandles()) {
                write(codec, hostArguments[i], out);
            }
        }
        return arguments.concat(out.toBytes());
    }

    /**
     * All arguments.
     *
     * @throws dev.wit4j.value.ValueException if {@code bytes} are not the arguments of {@code function}
     */
    static Object[] arguments(FunctionType function, Bytes bytes, HandleDecoder handles) {
        BinaryReader in = new BinaryReader(bytes, handles);
        Object[] arguments = new Object[function.parameters().size()];
        for (int i = 0; i < arguments.length; i++) {
            arguments[i] = function.parameters().get(i).codec().read(in);
        }
        in.end();
        return arguments;
    }

    /** A result or error; no bytes if it has no type. */
    static Bytes value(Optional<ValueCodec<?>> codec, @Nullable Object value, HandleEncoder handles) {
        if (codec.isEmpty()) {
            return Bytes.EMPTY;
        }
        if (value == null) {
            throw new NullPointerException(
                    "null where there must be a value of type " + codec.get().type());
        }
        BinaryWriter out = new BinaryWriter(handles);
        write(codec.get(), value, out);
        return out.toBytes();
    }

    /**
     * A result or error.
     *
     * @return the value, or {@code otherwise} if it has no type
     * @throws dev.wit4j.value.ValueException if {@code bytes} are no such value
     */
    static @Nullable Object value(
            Optional<ValueCodec<?>> codec, Bytes bytes, HandleDecoder handles, @Nullable Object otherwise) {
        BinaryReader in = new BinaryReader(bytes, handles);
        Object value = codec.isPresent() ? codec.get().read(in) : otherwise;
        in.end();
        return value;
    }

    /** Writes a value; whoever has it from a proxy or a reader has one of the codec's Java type, or gets a class cast error. */
    @SuppressWarnings("unchecked")
    private static <T> void write(ValueCodec<T> codec, Object value, BinaryWriter out) {
        codec.write(out, (T) value);
    }
}

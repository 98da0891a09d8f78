package dev.wit4j.runtime;

import dev.wit4j.Resource;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.format.WaveWriter;
import java.util.StringJoiner;
import java.util.function.ToIntFunction;

/** A call as people read it: {@code wasi:keyvalue/store#set("key", [1, 2])}, a resource by the number of its handle. */
final class CallText {
    private static final int LONGEST = 400;

    private CallText() {}

    /**
     * The text of a call, cut where it is very long.
     *
     * @param name of the function
     * @param number of the handle that a resource among the arguments is
     */
    static String of(String name, FunctionType function, Object[] arguments, ToIntFunction<Resource> number) {
        StringJoiner text = new StringJoiner(", ", name + "(", ")");
        for (int i = 0; i < arguments.length; i++) {
            WaveWriter out =
                    new WaveWriter((type, resource) -> "handle " + number.applyAsInt(resource) + " to a " + type);
            write(function.parameters().get(i).codec(), arguments[i], out);
            text.add(out.toString());
        }
        String whole = text.toString();
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST) + "...";
    }

    @SuppressWarnings("unchecked")
    private static <T> void write(ValueCodec<T> codec, Object value, WaveWriter out) {
        codec.write(out, (T) value);
    }
}

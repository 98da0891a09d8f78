package dev.wit4j.format;

import dev.wit4j.component.FunctionType;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.value.ValueException;
import java.util.List;

/**
 * Values without handles as WAVE, the text form of the component model. Whatever is wrong with a text is a
 * {@link ValueException} that begins with its line and column, both from 1; a column is a byte of UTF-8.
 */
public final class Wave {
    private Wave() {}

    /** The text of a value. */
    public static <T> String format(ValueCodec<T> codec, T value) {
        WaveWriter out = new WaveWriter();
        codec.write(out, value);
        return out.toString();
    }

    /**
     * The value that a text is, the whole of it.
     *
     * @throws ValueException if it is not a value of the type
     */
    public static <T> T parse(ValueCodec<T> codec, String text) {
        return codec.read(new WaveReader(text, new WaveParser(text).whole()));
    }

    /**
     * A call as it is written on a command line, {@code set("bucket", "key", [1, 2])}: the name of the function, and the text
     * of its arguments, not read yet.
     *
     * @throws ValueException if the text is no call
     */
    public static Call parseCall(String text) {
        return new Call(text, new WaveParser(text).call());
    }

    /** A call whose arguments wait for their types. */
    public static final class Call {
        private final String text;
        private final WaveNode.Word call;

        private Call(String text, WaveNode.Word call) {
            this.text = text;
            this.call = call;
        }

        /** The name of the function. */
        public String name() {
            return call.name();
        }

        /**
         * The arguments, as those of {@code function}.
         *
         * @throws ValueException if they are not
         */
        public Object[] arguments(FunctionType function) {
            List<WaveNode> given = call.payload().orElseThrow().members();
            List<FunctionType.Parameter> parameters = function.parameters();
            if (given.size() != parameters.size()) {
                throw TextPosition.error(
                        text,
                        call.at(),
                        call.name() + " has " + parameters.size() + " parameters, and " + given.size()
                                + " arguments here");
            }
            Object[] arguments = new Object[given.size()];
            for (int i = 0; i < arguments.length; i++) {
                arguments[i] = parameters.get(i).codec().read(new WaveReader(text, given.get(i)));
            }
            return arguments;
        }
    }
}

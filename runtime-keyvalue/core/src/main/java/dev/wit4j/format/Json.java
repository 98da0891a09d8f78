package dev.wit4j.format;

import dev.wit4j.component.ValueCodec;
import dev.wit4j.value.ValueException;

/**
 * Values without handles as JSON, for programs that have no WIT. Names are those of WIT. A {@code u64} or {@code s64} is a
 * string, because most readers of JSON hold 53 bits; bytes are base64; a number that is not finite is {@code "nan"},
 * {@code "inf"} or {@code "-inf"}. {@code none} is {@code null}, or an absent field; {@code some} is the value itself, or
 * {@code {"some": value}} where that may be {@code null} too. A result is {@code {"ok": value}} or {@code {"err": value}}, a case
 * its name, or {@code {"name": payload}}. Flags and tuples are arrays, a map with strings for keys is an object, any other an
 * array of pairs.
 *
 * <p>Whatever is wrong with a text is a {@link ValueException} that begins with its line and column, both from 1; a column is a
 * byte of UTF-8.
 */
public final class Json {
    private Json() {}

    /** The text of a value, in one line. */
    public static <T> String format(ValueCodec<T> codec, T value) {
        JsonWriter out = new JsonWriter();
        codec.write(out, value);
        return out.toString();
    }

    /**
     * The value that a text is, the whole of it.
     *
     * @throws ValueException if it is not a value of the type
     */
    public static <T> T parse(ValueCodec<T> codec, String text) {
        return codec.read(new JsonReader(text, new JsonParser(text).whole()));
    }
}

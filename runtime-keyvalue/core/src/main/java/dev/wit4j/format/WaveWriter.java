package dev.wit4j.format;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.value.TypeInfo;
import java.util.BitSet;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Writes one value as WAVE text. Fields that are {@code none} are left out. What WAVE has no form for: a map is a list of pairs,
 * and an error-context its message. Not safe for use by several threads.
 */
public final class WaveWriter extends TextWriter {
    static final Set<String> KEYWORDS = Set.of("true", "false", "some", "none", "ok", "err", "inf", "nan");

    private final BiFunction<TypeInfo.Reference, Resource, String> handles;

    /** A writer of values without handles. */
    public WaveWriter() {
        this((type, resource) -> {
            throw new IllegalArgumentException("a handle to a " + type + " is not a value: it has no text");
        });
    }

    /** A writer that writes for a handle what {@code handles} makes of it, for people: it cannot be read again. */
    public WaveWriter(BiFunction<TypeInfo.Reference, Resource, String> handles) {
        this.handles = handles;
    }

    @Override
    public void u64(long value) {
        out.append(Long.toUnsignedString(value));
    }

    @Override
    public void s64(long value) {
        out.append(value);
    }

    @Override
    void special(String number) {
        out.append(number);
    }

    @Override
    public void character(int codePoint) {
        out.append('\'');
        WaveStrings.append(out, codePoint);
        out.append('\'');
    }

    @Override
    public void string(String value) {
        out.append('"');
        value.codePoints().forEach(point -> WaveStrings.append(out, point));
        out.append('"');
    }

    @Override
    public void bytes(Bytes value) {
        out.append('[');
        for (int i = 0; i < value.size(); i++) {
            out.append(i > 0 ? ", " : "").append(value.get(i) & 0xff);
        }
        out.append(']');
    }

    @Override
    public void beginRecord(TypeInfo.Record type) {
        open(type, "{", "}");
    }

    @Override
    void fieldName(String name) {
        out.append(name);
    }

    @Override
    public void endRecord() {
        out.append(isEmpty() ? ":" : "");
        close();
    }

    @Override
    public void beginTuple(TypeInfo.Tuple type) {
        open(type, "(", ")");
    }

    @Override
    public void beginCase(TypeInfo.Variant type, int index) {
        TypeInfo.Case chosen = type.cases().get(index);
        name(chosen.name());
        payload(type, chosen.type().isPresent());
    }

    @Override
    void name(String name) {
        out.append(KEYWORDS.contains(name) ? "%" : "").append(name);
    }

    @Override
    public void flags(TypeInfo.Flags type, BitSet set) {
        open(type, "{", "}");
        set.stream().forEach(index -> {
            next();
            name(type.flags().get(index));
        });
        close();
    }

    @Override
    public void beginOption(TypeInfo.Option type, boolean present) {
        if (present) {
            out.append("some");
        } else if (!takesFieldBack()) {
            out.append("none");
        }
        payload(type, present);
    }

    @Override
    public void beginResult(TypeInfo.Result type, boolean ok) {
        out.append(ok ? "ok" : "err");
        payload(type, (ok ? type.ok() : type.err()).isPresent());
    }

    /** What is open has its payload in parentheses, or nothing. */
    private void payload(TypeInfo type, boolean present) {
        open(type, present ? "(" : "", present ? ")" : "");
    }

    @Override
    public void beginMap(TypeInfo.MapOf type, int size) {
        open(type, "[", size == 0 ? "]" : ")]");
    }

    @Override
    public void key(int index) {
        out.append(index > 0 ? ")" : "");
        next();
        out.append('(');
    }

    @Override
    public void value(int index) {
        out.append(", ");
    }

    @Override
    public void handle(TypeInfo.Reference type, Resource resource) {
        out.append(handles.apply(type, resource));
    }
}

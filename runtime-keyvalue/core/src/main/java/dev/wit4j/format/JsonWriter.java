package dev.wit4j.format;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.value.TypeInfo;
import java.util.Base64;
import java.util.BitSet;

/** Writes one value as JSON, in the form that {@link Json} describes. Not safe for use by several threads. */
final class JsonWriter extends TextWriter {
    @Override
    public void u64(long value) {
        quote(Long.toUnsignedString(value));
    }

    @Override
    public void s64(long value) {
        quote(Long.toString(value));
    }

    @Override
    void special(String number) {
        quote(number);
    }

    @Override
    public void character(int codePoint) {
        quote(Character.toString(codePoint));
    }

    @Override
    public void string(String value) {
        quote(value);
    }

    @Override
    public void bytes(Bytes value) {
        out.append('"')
                .append(Base64.getEncoder().encodeToString(value.toArray()))
                .append('"');
    }

    @Override
    public void beginRecord(TypeInfo.Record type) {
        open(type, "{", "}");
    }

    @Override
    void fieldName(String name) {
        quote(name);
    }

    @Override
    public void endRecord() {
        close();
    }

    @Override
    public void beginTuple(TypeInfo.Tuple type) {
        open(type, "[", "]");
    }

    @Override
    public void beginCase(TypeInfo.Variant type, int index) {
        TypeInfo.Case chosen = type.cases().get(index);
        boolean payload = chosen.type().isPresent();
        open(type, payload ? "{" : "", payload ? "}" : "");
        quote(chosen.name());
        out.append(payload ? ": " : "");
    }

    @Override
    void name(String name) {
        quote(name);
    }

    @Override
    public void flags(TypeInfo.Flags type, BitSet set) {
        open(type, "[", "]");
        set.stream().forEach(index -> {
            next();
            quote(type.flags().get(index));
        });
        close();
    }

    @Override
    public void beginOption(TypeInfo.Option type, boolean present) {
        if (present) {
            boolean bare = JsonShape.isBare(type);
            open(type, bare ? "" : "{\"some\": ", bare ? "" : "}");
        } else {
            open(type, takesFieldBack() ? "" : "null", "");
        }
    }

    @Override
    public void beginResult(TypeInfo.Result type, boolean ok) {
        boolean payload = (ok ? type.ok() : type.err()).isPresent();
        open(type, (ok ? "{\"ok\": " : "{\"err\": ") + (payload ? "" : "null"), "}");
    }

    @Override
    public void beginMap(TypeInfo.MapOf type, int size) {
        open(type, JsonShape.isObject(type) ? "{" : "[", JsonShape.isObject(type) ? "}" : size == 0 ? "]" : "]]");
    }

    @Override
    public void key(int index) {
        boolean object = JsonShape.isObject((TypeInfo.MapOf) openType());
        out.append(object || index == 0 ? "" : "]");
        next();
        out.append(object ? "" : "[");
    }

    @Override
    public void value(int index) {
        out.append(JsonShape.isObject((TypeInfo.MapOf) openType()) ? ": " : ", ");
    }

    @Override
    public void handle(TypeInfo.Reference type, Resource resource) {
        throw new IllegalArgumentException("a handle to a " + type + " is not a value: it has no JSON");
    }

    private void quote(String value) {
        out.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ' || c == '\u2028' || c == '\u2029') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}

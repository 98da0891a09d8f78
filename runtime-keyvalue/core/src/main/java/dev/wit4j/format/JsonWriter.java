package dev.wit4j.format;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueWriter;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.BitSet;
import java.util.Deque;

/** Writes one value as JSON, in the form that {@link Json} describes. Not safe for use by several threads. */
final class JsonWriter implements ValueWriter {
    /** What is open. A field's name is taken back if its value turns out to be {@code none}. */
    private static final class Scope {
        private final TypeInfo type;
        private final String close;
        private int written;
        private int beforeField;
        private int behindField = -1;

        Scope(TypeInfo type, String close) {
            this.type = type;
            this.close = close;
        }
    }

    private final StringBuilder out = new StringBuilder();
    private final Deque<Scope> scopes = new ArrayDeque<>();

    /** The text that was written. */
    @Override
    public String toString() {
        return out.toString();
    }

    @Override
    public void bool(boolean value) {
        out.append(value);
    }

    @Override
    public void u8(int value) {
        out.append(value);
    }

    @Override
    public void u16(int value) {
        out.append(value);
    }

    @Override
    public void u32(long value) {
        out.append(value);
    }

    @Override
    public void u64(long value) {
        quote(Long.toUnsignedString(value));
    }

    @Override
    public void s8(byte value) {
        out.append(value);
    }

    @Override
    public void s16(short value) {
        out.append(value);
    }

    @Override
    public void s32(int value) {
        out.append(value);
    }

    @Override
    public void s64(long value) {
        quote(Long.toString(value));
    }

    @Override
    public void f32(float value) {
        if (Float.isFinite(value)) {
            out.append(Decimals.text(value));
        } else {
            special(value);
        }
    }

    @Override
    public void f64(double value) {
        if (Double.isFinite(value)) {
            out.append(Decimals.text(value));
        } else {
            special(value);
        }
    }

    private void special(double value) {
        quote(Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");
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
    public void errorContext(String debugMessage) {
        quote(debugMessage);
    }

    @Override
    public void bytes(Bytes value) {
        out.append('"')
                .append(Base64.getEncoder().encodeToString(value.toArray()))
                .append('"');
    }

    @Override
    public void fixedBytes(TypeInfo.FixedLengthList type, Bytes value) {
        bytes(value);
    }

    @Override
    public void beginRecord(TypeInfo.Record type) {
        open(type, "{", "}");
    }

    @Override
    public void field(int index) {
        Scope scope = scopes.element();
        scope.beforeField = out.length();
        next();
        name(((TypeInfo.Record) scope.type).fields().get(index).name());
        scope.behindField = out.length();
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
    public void member(int index) {
        next();
    }

    @Override
    public void endTuple() {
        close();
    }

    @Override
    public void beginCase(TypeInfo.Variant type, int index) {
        TypeInfo.Case chosen = type.cases().get(index);
        if (chosen.type().isPresent()) {
            open(type, "{", "}");
            name(chosen.name());
        } else {
            open(type, "", "");
            quote(chosen.name());
        }
    }

    @Override
    public void endCase() {
        close();
    }

    @Override
    public void enumCase(TypeInfo.Enum type, int index) {
        quote(type.cases().get(index));
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
        Scope scope = scopes.peek();
        if (present) {
            boolean bare = JsonShape.isBare(type);
            open(type, bare ? "" : "{\"some\": ", bare ? "" : "}");
        } else if (scope != null && scope.behindField == out.length()) {
            out.setLength(scope.beforeField);
            scope.written--;
            open(type, "", "");
        } else {
            open(type, "null", "");
        }
    }

    @Override
    public void endOption() {
        close();
    }

    @Override
    public void beginResult(TypeInfo.Result type, boolean ok) {
        boolean payload = (ok ? type.ok() : type.err()).isPresent();
        open(type, (ok ? "{\"ok\": " : "{\"err\": ") + (payload ? "" : "null"), "}");
    }

    @Override
    public void endResult() {
        close();
    }

    @Override
    public void beginList(TypeInfo type, int size) {
        open(type, "[", "]");
    }

    @Override
    public void element(int index) {
        next();
    }

    @Override
    public void endList() {
        close();
    }

    @Override
    public void beginMap(TypeInfo.MapOf type, int size) {
        open(type, JsonShape.isObject(type) ? "{" : "[", JsonShape.isObject(type) ? "}" : size == 0 ? "]" : "]]");
    }

    @Override
    public void key(int index) {
        Scope scope = scopes.element();
        boolean object = JsonShape.isObject((TypeInfo.MapOf) scope.type);
        out.append(object || index == 0 ? "" : "]");
        next();
        out.append(object ? "" : "[");
    }

    @Override
    public void value(int index) {
        out.append(JsonShape.isObject((TypeInfo.MapOf) scopes.element().type) ? ": " : ", ");
    }

    @Override
    public void endMap() {
        close();
    }

    @Override
    public void handle(TypeInfo.Reference type, Resource resource) {
        throw new IllegalArgumentException("a handle to a " + type + " is not a value: it has no JSON");
    }

    private void open(TypeInfo type, String open, String close) {
        out.append(open);
        scopes.push(new Scope(type, close));
    }

    private void close() {
        out.append(scopes.pop().close);
    }

    private void next() {
        out.append(scopes.element().written++ > 0 ? ", " : "");
    }

    private void name(String name) {
        quote(name);
        out.append(": ");
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

package dev.wit4j.format;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueWriter;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Writes one value as WAVE text. Fields that are {@code none} are left out. What WAVE has no form for: a map is a list of pairs,
 * and an error-context its message. Not safe for use by several threads.
 */
public final class WaveWriter implements ValueWriter {
    static final Set<String> KEYWORDS = Set.of("true", "false", "some", "none", "ok", "err", "inf", "nan");

    private static final char NO_CHARACTER = 0;

    private final BiFunction<TypeInfo.Reference, Resource, String> handles;
    private final StringBuilder out = new StringBuilder();
    private final Deque<Scope> scopes = new ArrayDeque<>();

    /** What is open. A field's name is taken back if its value turns out to be {@code none}. */
    private static final class Scope {
        private final TypeInfo type;
        private final char close;
        private int written;
        private int beforeField;
        private int behindField = -1;

        Scope(TypeInfo type, char close) {
            this.type = type;
            this.close = close;
        }
    }

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
        out.append(Long.toUnsignedString(value));
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
        out.append(value);
    }

    @Override
    public void f32(float value) {
        out.append(special(value).orElseGet(() -> Decimals.text(value)));
    }

    @Override
    public void f64(double value) {
        out.append(special(value).orElseGet(() -> Decimals.text(value)));
    }

    private static Optional<String> special(double value) {
        if (Double.isNaN(value)) {
            return Optional.of("nan");
        }
        return Double.isInfinite(value) ? Optional.of(value > 0 ? "inf" : "-inf") : Optional.empty();
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
    public void errorContext(String debugMessage) {
        string(debugMessage);
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
    public void fixedBytes(TypeInfo.FixedLengthList type, Bytes value) {
        bytes(value);
    }

    @Override
    public void beginRecord(TypeInfo.Record type) {
        open(type, '{', '}');
    }

    @Override
    public void field(int index) {
        Scope scope = scopes.element();
        scope.beforeField = out.length();
        next(scope);
        out.append(((TypeInfo.Record) scope.type).fields().get(index).name()).append(": ");
        scope.behindField = out.length();
    }

    @Override
    public void endRecord() {
        out.append(scopes.element().written == 0 ? ":" : "");
        close();
    }

    @Override
    public void beginTuple(TypeInfo.Tuple type) {
        open(type, '(', ')');
    }

    @Override
    public void member(int index) {
        next(scopes.element());
    }

    @Override
    public void endTuple() {
        close();
    }

    @Override
    public void beginCase(TypeInfo.Variant type, int index) {
        TypeInfo.Case chosen = type.cases().get(index);
        name(chosen.name());
        payload(type, chosen.type().isPresent());
    }

    @Override
    public void endCase() {
        endPayload();
    }

    @Override
    public void enumCase(TypeInfo.Enum type, int index) {
        name(type.cases().get(index));
    }

    @Override
    public void flags(TypeInfo.Flags type, BitSet set) {
        open(type, '{', '}');
        set.stream().forEach(index -> {
            next(scopes.element());
            name(type.flags().get(index));
        });
        close();
    }

    @Override
    public void beginOption(TypeInfo.Option type, boolean present) {
        Scope scope = scopes.peek();
        boolean omitted = !present && scope != null && scope.behindField == out.length();
        if (omitted) {
            out.setLength(scope.beforeField);
            scope.written--;
        } else {
            out.append(present ? "some" : "none");
        }
        payload(type, present);
    }

    @Override
    public void endOption() {
        endPayload();
    }

    @Override
    public void beginResult(TypeInfo.Result type, boolean ok) {
        out.append(ok ? "ok" : "err");
        payload(type, (ok ? type.ok() : type.err()).isPresent());
    }

    @Override
    public void endResult() {
        endPayload();
    }

    @Override
    public void beginList(TypeInfo type, int size) {
        open(type, '[', ']');
    }

    @Override
    public void element(int index) {
        next(scopes.element());
    }

    @Override
    public void endList() {
        close();
    }

    @Override
    public void beginMap(TypeInfo.MapOf type, int size) {
        open(type, '[', ']');
    }

    @Override
    public void key(int index) {
        out.append(index > 0 ? ")" : "");
        next(scopes.element());
        out.append('(');
    }

    @Override
    public void value(int index) {
        out.append(", ");
    }

    @Override
    public void endMap() {
        out.append(scopes.element().written > 0 ? ")" : "");
        close();
    }

    @Override
    public void handle(TypeInfo.Reference type, Resource resource) {
        out.append(handles.apply(type, resource));
    }

    private void open(TypeInfo type, char open, char close) {
        out.append(open);
        scopes.push(new Scope(type, close));
    }

    private void close() {
        out.append(scopes.pop().close);
    }

    private void next(Scope scope) {
        out.append(scope.written++ > 0 ? ", " : "");
    }

    /** The case that is open has its payload in parentheses, or nothing. */
    private void payload(TypeInfo type, boolean present) {
        if (present) {
            open(type, '(', ')');
        } else {
            scopes.push(new Scope(type, NO_CHARACTER));
        }
    }

    private void endPayload() {
        Scope scope = scopes.pop();
        if (scope.close != NO_CHARACTER) {
            out.append(scope.close);
        }
    }

    private void name(String name) {
        out.append(KEYWORDS.contains(name) ? "%" : "").append(name);
    }
}

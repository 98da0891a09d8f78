package dev.wit4j.format;

import dev.wit4j.Bytes;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueWriter;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes one value as text: what the forms have in common, which nest alike and leave out fields that are {@code none}. Not safe
 * for use by several threads.
 */
abstract class TextWriter implements ValueWriter {
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

    /** What is written so far. */
    final StringBuilder out = new StringBuilder();

    private final Deque<Scope> scopes = new ArrayDeque<>();

    /** Writes the name of a field. */
    abstract void fieldName(String name);

    /** Writes a name where a value is expected: that of a case or a flag. */
    abstract void name(String name);

    /** Writes {@code inf}, {@code -inf} or {@code nan}. */
    abstract void special(String number);

    /** The text that was written. */
    @Override
    public final String toString() {
        return out.toString();
    }

    @Override
    public final void bool(boolean value) {
        out.append(value);
    }

    @Override
    public final void u8(int value) {
        out.append(value);
    }

    @Override
    public final void u16(int value) {
        out.append(value);
    }

    @Override
    public final void u32(long value) {
        out.append(value);
    }

    @Override
    public final void s8(byte value) {
        out.append(value);
    }

    @Override
    public final void s16(short value) {
        out.append(value);
    }

    @Override
    public final void s32(int value) {
        out.append(value);
    }

    @Override
    public final void f32(float value) {
        if (Float.isFinite(value)) {
            out.append(Decimals.text(value));
        } else {
            infinite(value);
        }
    }

    @Override
    public final void f64(double value) {
        if (Double.isFinite(value)) {
            out.append(Decimals.text(value));
        } else {
            infinite(value);
        }
    }

    private void infinite(double value) {
        special(Double.isNaN(value) ? "nan" : value > 0 ? "inf" : "-inf");
    }

    @Override
    public final void errorContext(String debugMessage) {
        string(debugMessage);
    }

    @Override
    public final void fixedBytes(TypeInfo.FixedLengthList type, Bytes value) {
        bytes(value);
    }

    @Override
    public final void field(int index) {
        Scope scope = scopes.element();
        scope.beforeField = out.length();
        next();
        fieldName(((TypeInfo.Record) scope.type).fields().get(index).name());
        out.append(": ");
        scope.behindField = out.length();
    }

    /** Takes back the name of the field that is to come next, if one is. */
    final boolean takesFieldBack() {
        Scope scope = scopes.peek();
        if (scope == null || scope.behindField != out.length()) {
            return false;
        }
        out.setLength(scope.beforeField);
        scope.written--;
        return true;
    }

    @Override
    public final void member(int index) {
        next();
    }

    @Override
    public final void endTuple() {
        close();
    }

    @Override
    public final void endCase() {
        close();
    }

    @Override
    public final void enumCase(TypeInfo.Enum type, int index) {
        name(type.cases().get(index));
    }

    @Override
    public final void endOption() {
        close();
    }

    @Override
    public final void endResult() {
        close();
    }

    @Override
    public final void beginList(TypeInfo type, int size) {
        open(type, "[", "]");
    }

    @Override
    public final void element(int index) {
        next();
    }

    @Override
    public final void endList() {
        close();
    }

    @Override
    public final void endMap() {
        close();
    }

    final void open(TypeInfo type, String open, String close) {
        out.append(open);
        scopes.push(new Scope(type, close));
    }

    /** Goes on to the next part of what is open. */
    final void next() {
        out.append(scopes.element().written++ > 0 ? ", " : "");
    }

    /** The type of what is open. */
    final TypeInfo openType() {
        return scopes.element().type;
    }

    /** Whether nothing was written of what is open. */
    final boolean isEmpty() {
        return scopes.element().written == 0;
    }

    final void close() {
        out.append(scopes.pop().close);
    }
}

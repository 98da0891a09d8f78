package dev.wit4j.format;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueException;
import dev.wit4j.value.ValueReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Gives text as events, once the type asks for them: what the forms have in common, which nest alike. Not safe for use by several
 * threads.
 *
 * @param <N> the pieces of the text
 */
abstract class TextReader<N extends TextNode> implements ValueReader {
    private final String text;
    /** What the next values are; a value takes the first away, and puts what is in it before the others. */
    private final Deque<N> upcoming = new ArrayDeque<>();
    /** The parts of what is open, of which a field, member, element, key or value is chosen. */
    private final Deque<List<N>> open = new ArrayDeque<>();

    /** A reader of {@code value}, which is a piece of {@code text}. */
    TextReader(String text, N value) {
        this.text = text;
        upcoming.push(value);
    }

    /** The digits of a whole number; empty if {@code node} is none. */
    abstract Optional<String> digits(N node);

    /** The elements of a list. */
    abstract List<N> elements(TypeInfo type, N node);

    @Override
    public final boolean canonical() {
        return false;
    }

    @Override
    public final int u8() {
        return (int) integer(WholeNumbers.U8);
    }

    @Override
    public final int u16() {
        return (int) integer(WholeNumbers.U16);
    }

    @Override
    public final long u32() {
        return integer(WholeNumbers.U32);
    }

    @Override
    public final long u64() {
        return integer(WholeNumbers.U64);
    }

    @Override
    public final byte s8() {
        return (byte) integer(WholeNumbers.S8);
    }

    @Override
    public final short s16() {
        return (short) integer(WholeNumbers.S16);
    }

    @Override
    public final int s32() {
        return (int) integer(WholeNumbers.S32);
    }

    @Override
    public final long s64() {
        return integer(WholeNumbers.S64);
    }

    private long integer(WholeNumbers type) {
        N node = take();
        return digits(node).flatMap(type::parse).orElseThrow(() -> error(node, type.expected()));
    }

    @Override
    public final String errorContext() {
        return string();
    }

    /** Elements that are numbers. */
    final Bytes bytes(List<N> elements) {
        byte[] bytes = new byte[elements.size()];
        for (int i = 0; i < bytes.length; i++) {
            give(elements.get(i));
            bytes[i] = (byte) u8();
        }
        return Bytes.wrap(bytes);
    }

    @Override
    public final void field(int index) {
        choose(index);
    }

    @Override
    public final void endRecord() {
        open.pop();
    }

    @Override
    public final void member(int index) {
        choose(index);
    }

    @Override
    public final void endTuple() {
        open.pop();
    }

    @Override
    public final void endCase() {}

    @Override
    public final void endOption() {}

    @Override
    public final void endResult() {}

    @Override
    public final int beginList(TypeInfo type) {
        N node = take();
        List<N> elements = elements(type, node);
        if (type instanceof TypeInfo.FixedLengthList fixed) {
            checkSize(fixed, elements.size(), node);
        }
        open(elements);
        return elements.size();
    }

    /** Refuses {@code node} if it has another number of elements than its type. */
    final void checkSize(TypeInfo.FixedLengthList type, int size, N node) {
        if (size != type.size()) {
            throw error(node, size + " elements where a " + type + " has " + type.size());
        }
    }

    @Override
    public final void element(int index) {
        choose(index);
    }

    @Override
    public final void endList() {
        open.pop();
    }

    @Override
    public final int beginMap(TypeInfo.MapOf type) {
        List<N> parts = keysAndValues(type, take());
        open(parts);
        return parts.size() / 2;
    }

    /** The keys of a map, each with its value behind it. */
    abstract List<N> keysAndValues(TypeInfo.MapOf type, N node);

    @Override
    public final void key(int index) {
        choose(2 * index);
    }

    @Override
    public final void value(int index) {
        choose(2 * index + 1);
    }

    @Override
    public final void endMap() {
        open.pop();
    }

    @Override
    public final Resource handle(TypeInfo.Reference type) {
        throw error(take(), "a handle to a " + type + " cannot be read from text");
    }

    /** Takes the next value away. */
    final N take() {
        return upcoming.pop();
    }

    /** Puts a value before what is to come. */
    final void give(N node) {
        upcoming.push(node);
    }

    /** Opens a value that has these parts. */
    final void open(List<N> parts) {
        open.push(parts);
    }

    private void choose(int index) {
        give(open.element().get(index));
    }

    final ValueException error(TextNode node, String problem) {
        return TextPosition.error(text, node.at(), problem);
    }
}

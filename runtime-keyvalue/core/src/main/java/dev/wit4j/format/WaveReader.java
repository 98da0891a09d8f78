package dev.wit4j.format;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueException;
import dev.wit4j.value.ValueReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives WAVE text as events, once the type asks for them. Not safe for use by several threads. */
final class WaveReader implements ValueReader {
    private final String text;
    /** What the next values are; a value takes the first away, and puts what is in it before the others. */
    private final Deque<WaveNode> upcoming = new ArrayDeque<>();
    /** The parts of what is open, of which a field, member, element, key or value is chosen. */
    private final Deque<List<WaveNode>> open = new ArrayDeque<>();

    WaveReader(String text, WaveNode value) {
        this.text = text;
        upcoming.push(value);
    }

    @Override
    public boolean canonical() {
        return false;
    }

    @Override
    public boolean bool() {
        WaveNode node = upcoming.pop();
        if (node instanceof WaveNode.Word word && word.payload().isEmpty()) {
            if (word.is("true") || word.is("false")) {
                return word.is("true");
            }
        }
        throw error(node, "expected true or false");
    }

    @Override
    public int u8() {
        return (int) integer(WholeNumbers.U8);
    }

    @Override
    public int u16() {
        return (int) integer(WholeNumbers.U16);
    }

    @Override
    public long u32() {
        return integer(WholeNumbers.U32);
    }

    @Override
    public long u64() {
        return integer(WholeNumbers.U64);
    }

    @Override
    public byte s8() {
        return (byte) integer(WholeNumbers.S8);
    }

    @Override
    public short s16() {
        return (short) integer(WholeNumbers.S16);
    }

    @Override
    public int s32() {
        return (int) integer(WholeNumbers.S32);
    }

    @Override
    public long s64() {
        return integer(WholeNumbers.S64);
    }

    private long integer(WholeNumbers type) {
        WaveNode node = upcoming.pop();
        Optional<String> digits =
                node instanceof WaveNode.Number number ? Optional.of(number.text()) : Optional.empty();
        return digits.flatMap(type::parse).orElseThrow(() -> error(node, type.expected()));
    }

    @Override
    public float f32() {
        WaveNode node = upcoming.pop();
        Optional<Double> special = special(node);
        if (special.isPresent()) {
            return special.get().floatValue();
        }
        float value = Float.parseFloat(((WaveNode.Number) node).text());
        return finite(node, value, Float.isInfinite(value));
    }

    @Override
    public double f64() {
        WaveNode node = upcoming.pop();
        Optional<Double> special = special(node);
        if (special.isPresent()) {
            return special.get();
        }
        double value = Double.parseDouble(((WaveNode.Number) node).text());
        return finite(node, value, Double.isInfinite(value));
    }

    /** A number that is not finite; if there is none, {@code node} is one with digits. */
    private Optional<Double> special(WaveNode node) {
        if (node instanceof WaveNode.Number number) {
            return number.text().equals("-inf") ? Optional.of(Double.NEGATIVE_INFINITY) : Optional.empty();
        }
        if (node instanceof WaveNode.Word word && word.payload().isEmpty()) {
            if (word.is("nan")) {
                return Optional.of(Double.NaN);
            }
            if (word.is("inf")) {
                return Optional.of(Double.POSITIVE_INFINITY);
            }
        }
        throw error(node, "expected a number, inf, -inf or nan");
    }

    private <N> N finite(WaveNode node, N value, boolean infinite) {
        if (infinite) {
            throw error(node, "a number that is too large");
        }
        return value;
    }

    @Override
    public int character() {
        WaveNode node = upcoming.pop();
        if (node instanceof WaveNode.Char character) {
            return character.codePoint();
        }
        throw error(node, "expected a character in single quotes");
    }

    @Override
    public String string() {
        WaveNode node = upcoming.pop();
        if (node instanceof WaveNode.Text string) {
            return string.value();
        }
        throw error(node, "expected text in double quotes");
    }

    @Override
    public String errorContext() {
        return string();
    }

    @Override
    public Bytes bytes() {
        return bytes(elements(upcoming.pop()));
    }

    @Override
    public Bytes fixedBytes(TypeInfo.FixedLengthList type) {
        return bytes(elements(type, upcoming.pop()));
    }

    private Bytes bytes(List<WaveNode> elements) {
        byte[] bytes = new byte[elements.size()];
        for (int i = 0; i < bytes.length; i++) {
            upcoming.push(elements.get(i));
            bytes[i] = (byte) u8();
        }
        return Bytes.wrap(bytes);
    }

    @Override
    public void beginRecord(TypeInfo.Record type) {
        WaveNode node = upcoming.pop();
        if (!(node instanceof WaveNode.Record record)) {
            throw error(node, "expected the fields of a " + type + " in braces");
        }
        Map<String, WaveNode> given = new HashMap<>();
        record.fields().forEach(field -> given.put(field.name(), field.value()));
        open.push(
                type.fields().stream().map(field -> part(record, field, given)).toList());
        for (WaveNode.Field field : record.fields()) {
            if (given.containsKey(field.name())) {
                throw error(field.at(), "a " + type + " has no field " + field.name());
            }
        }
    }

    /** Takes the value of a field; one of an option may be left out. */
    private WaveNode part(WaveNode.Record record, TypeInfo.Field field, Map<String, WaveNode> given) {
        WaveNode value = given.remove(field.name());
        if (value != null) {
            return value;
        }
        if (field.type() instanceof TypeInfo.Option) {
            return new WaveNode.Word(record.at(), "none", false, Optional.empty());
        }
        throw error(record, "field " + field.name() + " is missing");
    }

    @Override
    public void field(int index) {
        choose(index);
    }

    @Override
    public void endRecord() {
        open.pop();
    }

    @Override
    public void beginTuple(TypeInfo.Tuple type) {
        WaveNode node = upcoming.pop();
        if (!(node instanceof WaveNode.Tuple tuple)
                || tuple.members().size() != type.types().size()) {
            throw error(node, "expected " + type.types().size() + " values in parentheses for a " + type);
        }
        open.push(tuple.members());
    }

    @Override
    public void member(int index) {
        choose(index);
    }

    @Override
    public void endTuple() {
        open.pop();
    }

    @Override
    public int beginCase(TypeInfo.Variant type) {
        WaveNode node = upcoming.pop();
        List<String> names = type.cases().stream().map(TypeInfo.Case::name).toList();
        WaveNode.Word word = name(type, node, names);
        int index = names.indexOf(word.name());
        payload(word, type, type.cases().get(index).type().isPresent());
        return index;
    }

    @Override
    public void endCase() {}

    @Override
    public int enumCase(TypeInfo.Enum type) {
        WaveNode.Word word = name(type, upcoming.pop(), type.cases());
        payload(word, type, false);
        return type.cases().indexOf(word.name());
    }

    @Override
    public BitSet flags(TypeInfo.Flags type) {
        WaveNode node = upcoming.pop();
        if (!(node instanceof WaveNode.Flags flags)) {
            throw error(node, "expected flags of a " + type + " in braces");
        }
        BitSet set = new BitSet();
        for (WaveNode.Word flag : flags.names()) {
            set.set(type.flags().indexOf(name(type, flag, type.flags()).name()));
        }
        return set;
    }

    @Override
    public boolean beginOption(TypeInfo.Option type) {
        WaveNode node = upcoming.pop();
        if (node instanceof WaveNode.Word word) {
            if (word.is("none") || word.is("some")) {
                payload(word, type, word.is("some"));
                return word.is("some");
            }
        }
        return bare(node, type.type(), "expected some(...) or none for a " + type);
    }

    @Override
    public void endOption() {}

    @Override
    public boolean beginResult(TypeInfo.Result type) {
        WaveNode node = upcoming.pop();
        if (node instanceof WaveNode.Word word) {
            if (word.is("ok") || word.is("err")) {
                payload(word, type, (word.is("ok") ? type.ok() : type.err()).isPresent());
                return word.is("ok");
            }
        }
        String expected = "expected ok or err for a " + type;
        return bare(node, type.ok().orElseThrow(() -> error(node, expected)), expected);
    }

    @Override
    public void endResult() {}

    /** {@code some} and {@code ok} may be left out, unless what would be in them could be taken for them. */
    private boolean bare(WaveNode node, TypeInfo payload, String expected) {
        if (payload instanceof TypeInfo.Option || payload instanceof TypeInfo.Result) {
            throw error(node, expected);
        }
        upcoming.push(node);
        return true;
    }

    @Override
    public int beginList(TypeInfo type) {
        WaveNode node = upcoming.pop();
        List<WaveNode> elements =
                type instanceof TypeInfo.FixedLengthList fixed ? elements(fixed, node) : elements(node);
        open.push(elements);
        return elements.size();
    }

    @Override
    public void element(int index) {
        choose(index);
    }

    @Override
    public void endList() {
        open.pop();
    }

    @Override
    public int beginMap(TypeInfo.MapOf type) {
        List<WaveNode> parts = new ArrayList<>();
        for (WaveNode entry : elements(upcoming.pop())) {
            if (!(entry instanceof WaveNode.Tuple pair) || pair.members().size() != 2) {
                throw error(entry, "expected a key and a value in parentheses for a " + type);
            }
            parts.addAll(pair.members());
        }
        open.push(parts);
        return parts.size() / 2;
    }

    @Override
    public void key(int index) {
        choose(2 * index);
    }

    @Override
    public void value(int index) {
        choose(2 * index + 1);
    }

    @Override
    public void endMap() {
        open.pop();
    }

    @Override
    public Resource handle(TypeInfo.Reference type) {
        throw error(upcoming.pop(), "a handle to a " + type + " cannot be read from text");
    }

    private void choose(int index) {
        upcoming.push(open.element().get(index));
    }

    private List<WaveNode> elements(WaveNode node) {
        if (node instanceof WaveNode.ListOf list) {
            return list.elements();
        }
        throw error(node, "expected a list in brackets");
    }

    private List<WaveNode> elements(TypeInfo.FixedLengthList type, WaveNode node) {
        List<WaveNode> elements = elements(node);
        if (elements.size() != type.size()) {
            throw error(node, elements.size() + " elements where a " + type + " has " + type.size());
        }
        return elements;
    }

    /** One of the names of a type; a name that is a keyword too is written with % before it. */
    private WaveNode.Word name(TypeInfo type, WaveNode node, List<String> names) {
        if (node instanceof WaveNode.Word word
                && names.contains(word.name())
                && (word.escaped() || !WaveWriter.KEYWORDS.contains(word.name()))) {
            return word;
        }
        String found = node instanceof WaveNode.Word word ? ", not " + word.name() : "";
        throw error(node, "expected a name of a " + type + found);
    }

    /** Puts the payload before what is to come, if there is to be one. */
    private void payload(WaveNode.Word word, TypeInfo type, boolean expected) {
        int found = word.payload().map(tuple -> tuple.members().size()).orElse(0);
        if (word.payload().isPresent() != expected || found != (expected ? 1 : 0)) {
            throw error(
                    word,
                    word.name() + " of a " + type + " has " + (expected ? "one payload in parentheses" : "no payload"));
        }
        word.payload().ifPresent(tuple -> upcoming.push(tuple.members().get(0)));
    }

    private ValueException error(WaveNode node, String problem) {
        return error(node.at(), problem);
    }

    private ValueException error(int at, String problem) {
        return TextPosition.error(text, at, problem);
    }
}

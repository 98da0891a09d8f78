package dev.wit4j.format;

import dev.wit4j.Bytes;
import dev.wit4j.value.TypeInfo;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives WAVE text as events, once the type asks for them. Not safe for use by several threads. */
final class WaveReader extends TextReader<WaveNode> {
    WaveReader(String text, WaveNode value) {
        super(text, value);
    }

    @Override
    public boolean bool() {
        WaveNode node = take();
        if (node instanceof WaveNode.Word word && word.payload().isEmpty()) {
            if (word.is("true") || word.is("false")) {
                return word.is("true");
            }
        }
        throw error(node, "expected true or false");
    }

    @Override
    Optional<String> digits(WaveNode node) {
        return node instanceof WaveNode.Number number ? Optional.of(number.text()) : Optional.empty();
    }

    @Override
    public float f32() {
        WaveNode node = take();
        Optional<Double> special = special(node);
        if (special.isPresent()) {
            return special.get().floatValue();
        }
        float value = Float.parseFloat(((WaveNode.Number) node).text());
        return finite(node, value, Float.isInfinite(value));
    }

    @Override
    public double f64() {
        WaveNode node = take();
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
        WaveNode node = take();
        if (node instanceof WaveNode.Char character) {
            return character.codePoint();
        }
        throw error(node, "expected a character in single quotes");
    }

    @Override
    public String string() {
        WaveNode node = take();
        if (node instanceof WaveNode.Text string) {
            return string.value();
        }
        throw error(node, "expected text in double quotes");
    }

    @Override
    public Bytes bytes() {
        return bytes(elements(take()));
    }

    @Override
    public Bytes fixedBytes(TypeInfo.FixedLengthList type) {
        WaveNode node = take();
        List<WaveNode> elements = elements(node);
        checkSize(type, elements.size(), node);
        return bytes(elements);
    }

    @Override
    public void beginRecord(TypeInfo.Record type) {
        WaveNode node = take();
        if (!(node instanceof WaveNode.Record record)) {
            throw error(node, "expected the fields of a " + type + " in braces");
        }
        Map<String, WaveNode> given = new HashMap<>();
        record.fields().forEach(field -> given.put(field.name(), field.value()));
        open(type.fields().stream().map(field -> part(record, field, given)).toList());
        for (WaveNode.Field field : record.fields()) {
            if (given.containsKey(field.name())) {
                throw error(field, "a " + type + " has no field " + field.name());
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
    public void beginTuple(TypeInfo.Tuple type) {
        WaveNode node = take();
        if (!(node instanceof WaveNode.Tuple tuple)
                || tuple.members().size() != type.types().size()) {
            throw error(node, "expected " + type.types().size() + " values in parentheses for a " + type);
        }
        open(tuple.members());
    }

    @Override
    public int beginCase(TypeInfo.Variant type) {
        WaveNode node = take();
        List<String> names = type.cases().stream().map(TypeInfo.Case::name).toList();
        WaveNode.Word word = name(type, node, names);
        int index = names.indexOf(word.name());
        payload(word, type, type.cases().get(index).type().isPresent());
        return index;
    }

    @Override
    public int enumCase(TypeInfo.Enum type) {
        WaveNode.Word word = name(type, take(), type.cases());
        payload(word, type, false);
        return type.cases().indexOf(word.name());
    }

    @Override
    public BitSet flags(TypeInfo.Flags type) {
        WaveNode node = take();
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
        WaveNode node = take();
        if (node instanceof WaveNode.Word word) {
            if (word.is("none") || word.is("some")) {
                payload(word, type, word.is("some"));
                return word.is("some");
            }
        }
        return bare(node, type.type(), "expected some(...) or none for a " + type);
    }

    @Override
    public boolean beginResult(TypeInfo.Result type) {
        WaveNode node = take();
        if (node instanceof WaveNode.Word word) {
            if (word.is("ok") || word.is("err")) {
                payload(word, type, (word.is("ok") ? type.ok() : type.err()).isPresent());
                return word.is("ok");
            }
        }
        String expected = "expected ok or err for a " + type;
        return bare(node, type.ok().orElseThrow(() -> error(node, expected)), expected);
    }

    /** {@code some} and {@code ok} may be left out, unless what would be in them could be taken for them. */
    private boolean bare(WaveNode node, TypeInfo payload, String expected) {
        if (payload instanceof TypeInfo.Option || payload instanceof TypeInfo.Result) {
            throw error(node, expected);
        }
        give(node);
        return true;
    }

    @Override
    List<WaveNode> keysAndValues(TypeInfo.MapOf type, WaveNode node) {
        List<WaveNode> parts = new ArrayList<>();
        for (WaveNode entry : elements(node)) {
            if (!(entry instanceof WaveNode.Tuple pair) || pair.members().size() != 2) {
                throw error(entry, "expected a key and a value in parentheses for a " + type);
            }
            parts.addAll(pair.members());
        }
        return parts;
    }

    @Override
    List<WaveNode> elements(TypeInfo type, WaveNode node) {
        return elements(node);
    }

    private List<WaveNode> elements(WaveNode node) {
        if (node instanceof WaveNode.ListOf list) {
            return list.elements();
        }
        throw error(node, "expected a list in brackets");
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
        word.payload().ifPresent(tuple -> give(tuple.members().get(0)));
    }
}

package dev.wit4j.format;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueException;
import dev.wit4j.value.ValueReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives JSON text as events, once the type asks for them. Not safe for use by several threads. */
final class JsonReader implements ValueReader {
    private final String text;
    /** What the next values are; a value takes the first away, and puts what is in it before the others. */
    private final Deque<JsonNode> upcoming = new ArrayDeque<>();
    /** The parts of what is open, of which a field, member, element, key or value is chosen. */
    private final Deque<List<JsonNode>> open = new ArrayDeque<>();

    JsonReader(String text, JsonNode value) {
        this.text = text;
        upcoming.push(value);
    }

    @Override
    public boolean canonical() {
        return false;
    }

    @Override
    public boolean bool() {
        JsonNode node = upcoming.pop();
        if (node instanceof JsonNode.Bool bool) {
            return bool.value();
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
        JsonNode node = upcoming.pop();
        Optional<String> digits = node instanceof JsonNode.Number number
                ? Optional.of(number.text())
                : node instanceof JsonNode.Text string ? Optional.of(string.value()) : Optional.empty();
        return digits.flatMap(type::parse).orElseThrow(() -> error(node, type.expected()));
    }

    @Override
    public float f32() {
        JsonNode node = upcoming.pop();
        if (node instanceof JsonNode.Number number) {
            float value = Float.parseFloat(number.text());
            if (Float.isFinite(value)) {
                return value;
            }
        }
        return (float) special(node);
    }

    @Override
    public double f64() {
        JsonNode node = upcoming.pop();
        if (node instanceof JsonNode.Number number) {
            double value = Double.parseDouble(number.text());
            if (Double.isFinite(value)) {
                return value;
            }
        }
        return special(node);
    }

    private double special(JsonNode node) {
        String name = node instanceof JsonNode.Text string ? string.value() : "";
        return switch (name) {
            case "nan" -> Double.NaN;
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            default -> throw error(node, "expected a number that is not too large, or \"inf\", \"-inf\" or \"nan\"");
        };
    }

    @Override
    public int character() {
        JsonNode node = upcoming.pop();
        if (node instanceof JsonNode.Text string
                && string.value().codePointCount(0, string.value().length()) == 1) {
            return string.value().codePointAt(0);
        }
        throw error(node, "expected a string of one character");
    }

    @Override
    public String string() {
        JsonNode node = upcoming.pop();
        if (node instanceof JsonNode.Text string) {
            return string.value();
        }
        throw error(node, "expected a string");
    }

    @Override
    public String errorContext() {
        return string();
    }

    @Override
    public Bytes bytes() {
        JsonNode node = upcoming.pop();
        if (node instanceof JsonNode.Array array) {
            byte[] bytes = new byte[array.elements().size()];
            for (int i = 0; i < bytes.length; i++) {
                upcoming.push(array.elements().get(i));
                bytes[i] = (byte) u8();
            }
            return Bytes.wrap(bytes);
        }
        if (node instanceof JsonNode.Text string) {
            try {
                return Bytes.wrap(Base64.getDecoder().decode(string.value()));
            } catch (IllegalArgumentException e) {
                throw error(node, "expected bytes in base64: " + e.getMessage());
            }
        }
        throw error(node, "expected bytes, as a string in base64 or an array of numbers");
    }

    @Override
    public Bytes fixedBytes(TypeInfo.FixedLengthList type) {
        JsonNode node = upcoming.element();
        Bytes bytes = bytes();
        checkSize(type, bytes.size(), node);
        return bytes;
    }

    @Override
    public void beginRecord(TypeInfo.Record type) {
        JsonNode node = upcoming.pop();
        if (!(node instanceof JsonNode.Members members)) {
            throw error(node, "expected an object with the fields of a " + type);
        }
        List<JsonNode> parts = new ArrayList<>();
        int given = 0;
        for (TypeInfo.Field field : type.fields()) {
            JsonNode value = members.values().get(field.name());
            given += value != null ? 1 : 0;
            parts.add(value != null ? value : absent(members, field));
        }
        if (given < members.values().size()) {
            throw unknown(type, members);
        }
        open.push(parts);
    }

    private JsonNode absent(JsonNode.Members members, TypeInfo.Field field) {
        if (field.type() instanceof TypeInfo.Option) {
            return new JsonNode.Null(members.at());
        }
        throw error(members, "field " + field.name() + " is missing");
    }

    private ValueException unknown(TypeInfo.Record type, JsonNode.Members members) {
        for (Map.Entry<String, JsonNode> member : members.values().entrySet()) {
            if (type.fields().stream().noneMatch(field -> field.name().equals(member.getKey()))) {
                return error(member.getValue(), "a " + type + " has no field " + member.getKey());
            }
        }
        throw new IllegalStateException("every member is a field");
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
        JsonNode node = upcoming.element();
        List<JsonNode> members = elements(type);
        if (members.size() != type.types().size()) {
            throw error(
                    node,
                    members.size() + " members where a " + type + " has "
                            + type.types().size());
        }
        open.push(members);
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
        JsonNode node = upcoming.pop();
        String name = "";
        Optional<JsonNode> payload = Optional.empty();
        if (node instanceof JsonNode.Text string) {
            name = string.value();
        } else if (node instanceof JsonNode.Members members && members.values().size() == 1) {
            name = members.values().keySet().iterator().next();
            payload = Optional.of(members.values().values().iterator().next());
        }
        for (int i = 0; i < type.cases().size(); i++) {
            TypeInfo.Case each = type.cases().get(i);
            if (each.name().equals(name) && each.type().isPresent() == payload.isPresent()) {
                payload.ifPresent(upcoming::push);
                return i;
            }
        }
        throw error(
                node, "expected a case of a " + type + ": its name or, if it has a payload, an object with that alone");
    }

    @Override
    public void endCase() {}

    @Override
    public int enumCase(TypeInfo.Enum type) {
        return name(upcoming.pop(), type, type.cases());
    }

    @Override
    public BitSet flags(TypeInfo.Flags type) {
        BitSet set = new BitSet();
        for (JsonNode node : elements(type)) {
            int index = name(node, type, type.flags());
            if (set.get(index)) {
                throw error(node, "flag " + type.flags().get(index) + " twice");
            }
            set.set(index);
        }
        return set;
    }

    private int name(JsonNode node, TypeInfo type, List<String> names) {
        int index = node instanceof JsonNode.Text string ? names.indexOf(string.value()) : -1;
        if (index < 0) {
            throw error(node, "expected a name of a " + type);
        }
        return index;
    }

    @Override
    public boolean beginOption(TypeInfo.Option type) {
        JsonNode node = upcoming.pop();
        if (node instanceof JsonNode.Null) {
            return false;
        }
        if (JsonShape.isBare(type)) {
            upcoming.push(node);
            return true;
        }
        upcoming.push(
                only(node, "some").orElseThrow(() -> error(node, "expected null or {\"some\": ...} for a " + type)));
        return true;
    }

    @Override
    public void endOption() {}

    @Override
    public boolean beginResult(TypeInfo.Result type) {
        JsonNode node = upcoming.pop();
        Optional<JsonNode> ok = only(node, "ok");
        JsonNode payload = ok.or(() -> only(node, "err"))
                .orElseThrow(() -> error(node, "expected {\"ok\": ...} or {\"err\": ...} for a " + type));
        if ((ok.isPresent() ? type.ok() : type.err()).isPresent()) {
            upcoming.push(payload);
        } else if (!(payload instanceof JsonNode.Null)) {
            throw error(payload, "expected null, for there is no value here in a " + type);
        }
        return ok.isPresent();
    }

    @Override
    public void endResult() {}

    /** The value of the only member of an object, if it has that name. */
    private static Optional<JsonNode> only(JsonNode node, String name) {
        return node instanceof JsonNode.Members members && members.values().size() == 1
                ? Optional.ofNullable(members.values().get(name))
                : Optional.empty();
    }

    @Override
    public int beginList(TypeInfo type) {
        JsonNode node = upcoming.element();
        List<JsonNode> elements = elements(type);
        if (type instanceof TypeInfo.FixedLengthList fixed) {
            checkSize(fixed, elements.size(), node);
        }
        open.push(elements);
        return elements.size();
    }

    private void checkSize(TypeInfo.FixedLengthList type, int size, JsonNode node) {
        if (size != type.size()) {
            throw error(node, size + " elements where a " + type + " has " + type.size());
        }
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
        List<JsonNode> parts = JsonShape.isObject(type) ? entries(type) : pairs(type);
        open.push(parts);
        return parts.size() / 2;
    }

    private List<JsonNode> entries(TypeInfo.MapOf type) {
        JsonNode node = upcoming.pop();
        if (!(node instanceof JsonNode.Members members)) {
            throw error(node, "expected an object for a " + type);
        }
        List<JsonNode> parts = new ArrayList<>();
        members.values().forEach((name, value) -> {
            parts.add(new JsonNode.Text(value.at(), name));
            parts.add(value);
        });
        return parts;
    }

    private List<JsonNode> pairs(TypeInfo.MapOf type) {
        List<JsonNode> parts = new ArrayList<>();
        for (JsonNode entry : elements(type)) {
            if (!(entry instanceof JsonNode.Array pair) || pair.elements().size() != 2) {
                throw error(entry, "expected an array of a key and a value for a " + type);
            }
            parts.addAll(pair.elements());
        }
        return parts;
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

    private List<JsonNode> elements(TypeInfo type) {
        JsonNode node = upcoming.pop();
        if (node instanceof JsonNode.Array array) {
            return array.elements();
        }
        throw error(node, "expected an array for a " + type);
    }

    private void choose(int index) {
        upcoming.push(open.element().get(index));
    }

    private ValueException error(JsonNode node, String problem) {
        return TextPosition.error(text, node.at(), problem);
    }
}

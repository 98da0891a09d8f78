package dev.wit4j.format;

import dev.wit4j.Bytes;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives JSON text as events, once the type asks for them. Not safe for use by several threads. */
final class JsonReader extends TextReader<JsonNode> {
    JsonReader(String text, JsonNode value) {
        super(text, value);
    }

    @Override
    public boolean bool() {
        JsonNode node = take();
        if (node instanceof JsonNode.Bool bool) {
            return bool.value();
        }
        throw error(node, "expected true or false");
    }

    @Override
    Optional<String> digits(JsonNode node) {
        if (node instanceof JsonNode.Number number) {
            return Optional.of(number.text());
        }
        return node instanceof JsonNode.Text string ? Optional.of(string.value()) : Optional.empty();
    }

    @Override
    public float f32() {
        JsonNode node = take();
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
        JsonNode node = take();
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
        JsonNode node = take();
        if (node instanceof JsonNode.Text string
                && string.value().codePointCount(0, string.value().length()) == 1) {
            return string.value().codePointAt(0);
        }
        throw error(node, "expected a string of one character");
    }

    @Override
    public String string() {
        JsonNode node = take();
        if (node instanceof JsonNode.Text string) {
            return string.value();
        }
        throw error(node, "expected a string");
    }

    @Override
    public Bytes bytes() {
        return bytes(take());
    }

    @Override
    public Bytes fixedBytes(TypeInfo.FixedLengthList type) {
        JsonNode node = take();
        Bytes bytes = bytes(node);
        checkSize(type, bytes.size(), node);
        return bytes;
    }

    private Bytes bytes(JsonNode node) {
        if (node instanceof JsonNode.Array array) {
            return bytes(array.elements());
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
    public void beginRecord(TypeInfo.Record type) {
        JsonNode node = take();
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
        open(parts);
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
    public void beginTuple(TypeInfo.Tuple type) {
        JsonNode node = take();
        List<JsonNode> members = elements(type, node);
        if (members.size() != type.types().size()) {
            throw error(
                    node,
                    members.size() + " members where a " + type + " has "
                            + type.types().size());
        }
        open(members);
    }

    @Override
    public int beginCase(TypeInfo.Variant type) {
        JsonNode node = take();
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
                payload.ifPresent(this::give);
                return i;
            }
        }
        throw error(
                node, "expected a case of a " + type + ": its name or, if it has a payload, an object with that alone");
    }

    @Override
    public int enumCase(TypeInfo.Enum type) {
        return name(take(), type, type.cases());
    }

    @Override
    public BitSet flags(TypeInfo.Flags type) {
        BitSet set = new BitSet();
        for (JsonNode node : elements(type, take())) {
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
        JsonNode node = take();
        if (node instanceof JsonNode.Null) {
            return false;
        }
        if (JsonShape.isBare(type)) {
            give(node);
            return true;
        }
        give(only(node, "some").orElseThrow(() -> error(node, "expected null or {\"some\": ...} for a " + type)));
        return true;
    }

    @Override
    public boolean beginResult(TypeInfo.Result type) {
        JsonNode node = take();
        Optional<JsonNode> ok = only(node, "ok");
        JsonNode payload = ok.or(() -> only(node, "err"))
                .orElseThrow(() -> error(node, "expected {\"ok\": ...} or {\"err\": ...} for a " + type));
        if ((ok.isPresent() ? type.ok() : type.err()).isPresent()) {
            give(payload);
        } else if (!(payload instanceof JsonNode.Null)) {
            throw error(payload, "expected null, for there is no value here in a " + type);
        }
        return ok.isPresent();
    }

    /** The value of the only member of an object, if it has that name. */
    private static Optional<JsonNode> only(JsonNode node, String name) {
        return node instanceof JsonNode.Members members && members.values().size() == 1
                ? Optional.ofNullable(members.values().get(name))
                : Optional.empty();
    }

    @Override
    List<JsonNode> keysAndValues(TypeInfo.MapOf type, JsonNode node) {
        return JsonShape.isObject(type) ? entries(type, node) : pairs(type, node);
    }

    private List<JsonNode> entries(TypeInfo.MapOf type, JsonNode node) {
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

    private List<JsonNode> pairs(TypeInfo.MapOf type, JsonNode node) {
        List<JsonNode> parts = new ArrayList<>();
        for (JsonNode entry : elements(type, node)) {
            if (!(entry instanceof JsonNode.Array pair) || pair.elements().size() != 2) {
                throw error(entry, "expected an array of a key and a value for a " + type);
            }
            parts.addAll(pair.elements());
        }
        return parts;
    }

    @Override
    List<JsonNode> elements(TypeInfo type, JsonNode node) {
        if (node instanceof JsonNode.Array array) {
            return array.elements();
        }
        throw error(node, "expected an array for a " + type);
    }
}

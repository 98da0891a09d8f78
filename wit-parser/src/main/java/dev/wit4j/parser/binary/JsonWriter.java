package dev.wit4j.parser.binary;

/** Writes JSON without spaces. */
final class JsonWriter {
    private final StringBuilder out = new StringBuilder();

    private JsonWriter() {}

    static String write(JsonValue value) {
        JsonWriter writer = new JsonWriter();
        writer.value(value);
        return writer.out.toString();
    }

    private void value(JsonValue value) {
        if (value instanceof JsonValue.Members object) {
            out.append('{');
            String separator = "";
            for (var member : object.members().entrySet()) {
                out.append(separator);
                string(member.getKey());
                out.append(':');
                value(member.getValue());
                separator = ",";
            }
            out.append('}');
        } else if (value instanceof JsonValue.Text text) {
            string(text.value());
        } else {
            out.append("null");
        }
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\f' -> out.append("\\f");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < 0x20) {
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

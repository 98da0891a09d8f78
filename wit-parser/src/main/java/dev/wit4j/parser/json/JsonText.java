package dev.wit4j.parser.json;

/** JSON as text under construction: two spaces per level, empty objects and arrays on one line. */
final class JsonText {
    private final StringBuilder text = new StringBuilder();
    private int depth;
    /** Whether something stands at the current level already. */
    private boolean begun;
    /** Whether a key was written and its value is to follow. */
    private boolean behindKey;

    JsonText beginObject() {
        return begin('{');
    }

    JsonText endObject() {
        return end('}');
    }

    JsonText beginArray() {
        return begin('[');
    }

    JsonText endArray() {
        return end(']');
    }

    JsonText key(String key) {
        beforeItem();
        quote(key);
        text.append(": ");
        behindKey = true;
        return this;
    }

    JsonText string(String value) {
        beforeItem();
        quote(value);
        return this;
    }

    JsonText number(long value) {
        beforeItem();
        text.append(value);
        return this;
    }

    JsonText nothing() {
        beforeItem();
        text.append("null");
        return this;
    }

    @Override
    public String toString() {
        return text.toString();
    }

    private JsonText begin(char bracket) {
        beforeItem();
        text.append(bracket);
        depth++;
        begun = false;
        return this;
    }

    private JsonText end(char bracket) {
        depth--;
        if (begun) {
            newLine();
        }
        text.append(bracket);
        begun = true;
        return this;
    }

    private void beforeItem() {
        if (behindKey) {
            behindKey = false;
            return;
        }
        if (depth > 0) {
            if (begun) {
                text.append(',');
            }
            newLine();
        }
        begun = true;
    }

    private void newLine() {
        text.append('\n').append("  ".repeat(depth));
    }

    private void quote(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\b' -> text.append("\\b");
                case '\f' -> text.append("\\f");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    if (c < ' ') {
                        text.append(String.format("\\u%04x", (int) c));
                    } else {
                        text.append(c);
                    }
                }
            }
        }
        text.append('"');
    }
}

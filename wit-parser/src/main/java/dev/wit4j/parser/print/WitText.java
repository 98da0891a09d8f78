package dev.wit4j.parser.print;

import java.util.Set;

/** How single words and string literals are spelled in WIT. */
final class WitText {
    /**
     * Words that name something only behind a {@code %}. {@code float32} and {@code float64} are no keywords any more, but
     * tools of 2023 read them as such.
     */
    private static final Set<String> KEYWORDS = Set.of(
            "_",
            "as",
            "async",
            "bool",
            "borrow",
            "char",
            "constructor",
            "enum",
            "error-context",
            "export",
            "f32",
            "f64",
            "flags",
            "float32",
            "float64",
            "from",
            "func",
            "future",
            "import",
            "include",
            "interface",
            "list",
            "map",
            "option",
            "own",
            "package",
            "record",
            "resource",
            "result",
            "s16",
            "s32",
            "s64",
            "s8",
            "static",
            "stream",
            "string",
            "tuple",
            "type",
            "u16",
            "u32",
            "u64",
            "u8",
            "use",
            "variant",
            "with",
            "world");

    private WitText() {}

    /** The identifier for {@code name}, escaped where a keyword has the same spelling. */
    static String identifier(String name) {
        return KEYWORDS.contains(name) ? "%" + name : name;
    }

    /** A string literal with the value {@code value}, in ASCII. */
    static String string(String value) {
        StringBuilder out = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                default -> {
                    if (isPlain(c)) {
                        out.append((char) c);
                    } else {
                        out.append("\\u{").append(Integer.toHexString(c)).append('}');
                    }
                }
            }
        });
        return out.append('"').toString();
    }

    private static boolean isPlain(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || " -./:_".indexOf(c) >= 0;
    }
}

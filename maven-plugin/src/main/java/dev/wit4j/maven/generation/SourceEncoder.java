package dev.wit4j.maven.generation;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;

/** Java source as bytes: what an encoding cannot express becomes a Unicode escape, which Java reads anywhere. */
final class SourceEncoder {
    private final Charset charset;

    SourceEncoder(Charset charset) {
        this.charset = charset;
    }

    byte[] encode(String source) {
        if (charset.equals(StandardCharsets.UTF_8)) {
            return source.getBytes(charset);
        }
        CharsetEncoder encoder = charset.newEncoder();
        var text = new StringBuilder(source.length());
        for (int i = 0; i < source.length(); i++) {
            char character = source.charAt(i);
            boolean half = Character.isSurrogate(character);
            text.append(!half && encoder.canEncode(character) ? character : String.format("\\u%04x", (int) character));
        }
        return text.toString().getBytes(charset);
    }
}

package dev.wit4j.parser.syntax;

import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Types and packages may nest only so deep. Counted on the tokens, before the parser descends into them: everything behind
 * it may recurse.
 */
final class NestingLimits {
    static final int LIMIT = 100;

    private int types;
    private int braces;
    private int packages;
    private boolean packageOpens;
    private boolean handleOpens;
    private int previous = Token.EOF;

    /** What nests too deep with the next token of that type, {@code type} or {@code package}; empty if nothing does. */
    Optional<String> exceededBy(int token) {
        boolean typeBegins = previous == WitLexer.LESS_THAN && !handleOpens && token != WitLexer.UNEXPECTED;
        if (types >= LIMIT && typeBegins) {
            return Optional.of("type");
        }
        if (packages >= LIMIT && token == WitLexer.PACKAGE) {
            return Optional.of("package");
        }
        count(token);
        previous = token;
        return Optional.empty();
    }

    private void count(int token) {
        switch (token) {
            case WitLexer.LESS_THAN -> {
                types++;
                // What stands between the brackets of a handle is a name, not a type.
                handleOpens = previous == WitLexer.OWN || previous == WitLexer.BORROW;
            }
            case WitLexer.GREATER_THAN -> types = Math.max(0, types - 1);
            case WitLexer.SEMICOLON -> {
                types = 0;
                packageOpens = false;
            }
            case WitLexer.PACKAGE -> packageOpens = true;
            case WitLexer.LEFT_BRACE -> {
                // Only packages hold braces of packages, so the open ones are the outermost.
                packages += packageOpens ? 1 : 0;
                packageOpens = false;
                braces++;
            }
            case WitLexer.RIGHT_BRACE -> {
                braces = Math.max(0, braces - 1);
                packages = Math.min(packages, braces);
            }
            default -> {
                // Nothing else opens or closes.
            }
        }
    }
}

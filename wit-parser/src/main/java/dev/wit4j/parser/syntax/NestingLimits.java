package dev.wit4j.parser.syntax;

import dev.wit4j.parser.diagnostic.Diagnostic;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Types and packages may nest only so deep. Counted on the tokens, before the parser descends into them: everything behind
 * it may recurse.
 */
final class NestingLimits {
    private static final int LIMIT = 100;

    private NestingLimits() {}

    static void apply(TokenBuffer buffer) {
        int types = 0;
        int braces = 0;
        int packages = 0;
        boolean packageOpens = false;
        boolean handleOpens = false;
        int previous = Token.EOF;
        List<Token> tokens = buffer.all();
        for (Token token : tokens) {
            if (token.getChannel() != Token.DEFAULT_CHANNEL) {
                continue;
            }
            boolean typeBegins =
                    previous == WitLexer.LESS_THAN && !handleOpens && token.getType() != WitLexer.UNEXPECTED;
            if (types >= LIMIT && typeBegins) {
                buffer.refuse(token, tooDeep(buffer, token, "type"));
                return;
            }
            switch (token.getType()) {
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
                case WitLexer.PACKAGE -> {
                    if (packages >= LIMIT) {
                        buffer.refuse(token, tooDeep(buffer, token, "package"));
                        return;
                    }
                    packageOpens = true;
                }
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
            previous = token.getType();
        }
    }

    private static Diagnostic tooDeep(TokenBuffer buffer, Token token, String what) {
        return Diagnostic.error("nesting-too-deep", buffer.span(token), what + " nesting too deep")
                .withHint("at most " + LIMIT + " levels are allowed");
    }
}

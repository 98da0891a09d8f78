package dev.wit4j.parser.syntax;

import org.antlr.v4.runtime.Token;

/** How messages speak of tokens. */
final class TokenNames {
    private TokenNames() {}

    static String describe(int type) {
        return switch (type) {
            case Token.EOF -> "eof";
            case WitLexer.ID -> "an identifier";
            case WitLexer.EXPLICIT_ID -> "an '%' identifier";
            case WitLexer.INTEGER -> "an integer";
            case WitLexer.STRING_LITERAL -> "a string literal";
            case WitLexer.ARROW, WitLexer.STAR, WitLexer.AT, WitLexer.SLASH, WitLexer.PLUS, WitLexer.MINUS ->
                "`" + literal(type) + "`";
            case WitLexer.EQUALS,
                    WitLexer.COMMA,
                    WitLexer.COLON,
                    WitLexer.PERIOD,
                    WitLexer.SEMICOLON,
                    WitLexer.LEFT_PAREN,
                    WitLexer.RIGHT_PAREN,
                    WitLexer.LEFT_BRACE,
                    WitLexer.RIGHT_BRACE,
                    WitLexer.LESS_THAN,
                    WitLexer.GREATER_THAN -> "'" + literal(type) + "'";
            default -> "keyword `" + literal(type) + "`";
        };
    }

    /** Whether the token is a word that could be a name if it were not reserved. */
    static boolean isKeyword(int type) {
        return describe(type).startsWith("keyword") && type != WitLexer.UNDERSCORE;
    }

    private static String literal(int type) {
        String quoted = WitLexer.VOCABULARY.getLiteralName(type);
        return quoted == null ? "?" : quoted.substring(1, quoted.length() - 1);
    }
}

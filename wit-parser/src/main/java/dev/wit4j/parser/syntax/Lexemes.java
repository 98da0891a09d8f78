package dev.wit4j.parser.syntax;

import dev.wit4j.parser.source.SourceMap.Source;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** All that is written in a file, comments included, without its arrangement. */
public final class Lexemes {
    private Lexemes() {}

    /** The lexemes of {@code source}, which must be free of syntax errors. */
    public static List<Lexeme> of(Source source) {
        TokenBuffer tokens = TokenBuffer.lex(source);
        List<Lexeme> lexemes = new ArrayList<>();
        int end = 0;
        for (Token token : tokens.all()) {
            if (token.getType() == Token.EOF) {
                break;
            }
            int start = tokens.span(token).start() - source.offset();
            String text = source.text().substring(start, tokens.span(token).end() - source.offset());
            lexemes.add(
                    new Lexeme(kind(token), text.stripTrailing(), newlines(source.text(), end, start), start == end));
            end = start + text.stripTrailing().length();
        }
        return lexemes;
    }

    private static Lexeme.Kind kind(Token token) {
        return switch (token.getType()) {
            case WitLexer.LINE_COMMENT -> Lexeme.Kind.LINE_COMMENT;
            case WitLexer.BLOCK_COMMENT -> Lexeme.Kind.BLOCK_COMMENT;
            default -> token.getType() >= WitLexer.EQUALS ? Lexeme.Kind.SIGN : Lexeme.Kind.WORD;
        };
    }

    private static int newlines(String text, int from, int to) {
        return (int) text.substring(from, to).chars().filter(c -> c == '\n').count();
    }
}

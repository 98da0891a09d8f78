package dev.wit4j.parser.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Lexer;
import org.antlr.v4.runtime.Token;

/**
 * What the generated lexer cannot do well. It simulates an automaton for every character, although most are in comments and
 * between tokens. Block comments nest, and a rule that calls itself would make an input of nested,
 * unclosed comments cost more than its length. Words with letters that no name may have are one token nevertheless, and the
 * sets of all letters would be most of what it costs to start the lexer.
 */
abstract class HandWrittenLexing extends Lexer {
    private static final int LAST_OF_ASCII = 0x7f;

    private final TextStream text;
    private int unterminatedComment = -1;

    HandWrittenLexing(CharStream input) {
        super(input);
        text = (TextStream) input;
    }

    /** The index of the comment that the input ends in, or -1. */
    final int unterminatedComment() {
        return unterminatedComment;
    }

    /** Called behind the opening of a comment: goes on behind its end, or to the end of the input. */
    final void consumeBlockComment() {
        int depth = 1;
        while (depth > 0) {
            int next = text.LA(1);
            if (next == IntStream.EOF) {
                unterminatedComment = _tokenStartCharIndex;
                return;
            }
            text.consume();
            if (next == '/' && text.LA(1) == '*') {
                text.consume();
                depth++;
            } else if (next == '*' && text.LA(1) == '/') {
                text.consume();
                depth--;
            }
        }
    }

    /** Called behind the opening of a comment: goes on behind the end of the line. */
    final void consumeLineComment() {
        text.seekCharacter('\n');
        if (text.LA(1) == '\n') {
            text.consume();
        }
    }

    final boolean isFirstOfInput() {
        return _tokenStartCharIndex == 0;
    }

    @Override
    public Token nextToken() {
        text.seekBehindWhiteSpace();
        return super.nextToken();
    }

    @Override
    public Token emit() {
        int next = text.LA(1);
        boolean plain = next <= LAST_OF_ASCII && _type != WitLexer.UNEXPECTED;
        if (!plain && (beginsForeignWord() || goesOnAsForeignWord(next))) {
            while (isWordPart(text.LA(1))) {
                text.consume();
            }
            setType(_type == WitLexer.EXPLICIT_ID ? _type : WitLexer.ID);
        }
        return super.emit();
    }

    private boolean beginsForeignWord() {
        return _type == WitLexer.UNEXPECTED && isForeignLetter(text.LA(-1));
    }

    private boolean goesOnAsForeignWord(int next) {
        boolean isWord = _type <= WitLexer.EXPLICIT_ID;
        return isWord && (text.LA(-1) == '%' ? isForeignLetter(next) : isForeignPart(next));
    }

    private static boolean isWordPart(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '_'
                || c == '-'
                || isForeignPart(c);
    }

    private static boolean isForeignLetter(int c) {
        return c > LAST_OF_ASCII && Character.isUnicodeIdentifierStart(c);
    }

    private static boolean isForeignPart(int c) {
        return c > LAST_OF_ASCII && Character.isUnicodeIdentifierPart(c) && !Character.isIdentifierIgnorable(c);
    }
}

package dev.wit4j.parser.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.Lexer;

/**
 * What the generated lexer cannot do well: block comments nest, and a rule that calls itself would make an input of
 * nested, unclosed comments cost more than its length.
 */
abstract class BlockCommentLexer extends Lexer {
    private int unterminatedComment = -1;

    BlockCommentLexer(CharStream input) {
        super(input);
    }

    /** The index of the comment that the input ends in, or -1. */
    final int unterminatedComment() {
        return unterminatedComment;
    }

    /** Called behind the opening of a comment: goes on behind its end, or to the end of the input. */
    final void consumeBlockComment() {
        int depth = 1;
        while (depth > 0) {
            int next = _input.LA(1);
            if (next == IntStream.EOF) {
                unterminatedComment = _tokenStartCharIndex;
                return;
            }
            _input.consume();
            if (next == '/' && _input.LA(1) == '*') {
                _input.consume();
                depth++;
            } else if (next == '*' && _input.LA(1) == '/') {
                _input.consume();
                depth--;
            }
        }
    }

    final boolean isFirstOfInput() {
        return _tokenStartCharIndex == 0;
    }
}

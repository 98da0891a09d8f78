package dev.wit4j.parser.syntax;

import dev.wit4j.parser.ast.DocComment;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.source.SourceMap.Source;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.WritableToken;

/** The tokens of one file, with their places in the source map and the comments before them. */
final class TokenBuffer {
    private final Source source;
    private final CommonTokenStream stream;
    private final CodePoints codePoints;
    private final Map<Token, Diagnostic> problems = new HashMap<>();

    private TokenBuffer(Source source, CommonTokenStream stream) {
        this.source = source;
        this.stream = stream;
        this.codePoints = CodePoints.of(source.text());
    }

    static TokenBuffer lex(Source source) {
        WitLexer lexer = new WitLexer(CharStreams.fromString(source.text(), source.path()));
        lexer.removeErrorListeners();
        CommonTokenStream stream = new CommonTokenStream(lexer);
        stream.fill();
        TokenBuffer buffer = new TokenBuffer(source, stream);
        if (lexer.unterminatedComment() >= 0) {
            buffer.refuseComment(lexer.unterminatedComment());
        }
        NestingLimits.apply(buffer);
        return buffer;
    }

    /** What the parser reads. */
    CommonTokenStream stream() {
        return stream;
    }

    /** All tokens, comments included, the end of the file last. */
    List<Token> all() {
        return stream.getTokens();
    }

    Span span(Token token) {
        return span(token, token);
    }

    Span span(Token first, Token last) {
        int start = codePoints.offset(first.getStartIndex());
        return source.span(start, Math.max(start, codePoints.offset(last.getStopIndex() + 1)));
    }

    /** The text from the first character of {@code first} to the last of {@code last}. */
    String text(Token first, Token last) {
        Span span = span(first, last);
        return source.text().substring(span.start() - source.offset(), span.end() - source.offset());
    }

    /** Makes the parser stop at {@code token}, and {@code problem} be what is reported there. */
    void refuse(Token token, Diagnostic problem) {
        ((WritableToken) token).setType(WitLexer.UNEXPECTED);
        problems.put(token, problem);
    }

    /** Why a token of type {@code UNEXPECTED} is none. */
    Diagnostic problemOf(Token token) {
        Diagnostic known = problems.get(token);
        if (known != null) {
            return known;
        }
        String character = token.getText().equals("\r") ? "\\r" : token.getText();
        return character.equals("\"")
                ? Diagnostic.error("invalid-string", span(token), "unterminated string")
                        .withHint("close it with `\"` on the same line")
                : Diagnostic.error("unexpected-character", span(token), "unexpected character '" + character + "'");
    }

    /** The comments between {@code token} and the token before it. */
    Optional<DocComment> docsBefore(Token token) {
        List<Token> comments = stream.getHiddenTokensToLeft(token.getTokenIndex(), WitLexer.COMMENTS);
        if (comments == null) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        comments.forEach(comment -> texts.add(comment.getText()));
        Span all = span(comments.get(0), comments.get(comments.size() - 1));
        int end = all.end();
        while (Character.isWhitespace(source.text().charAt(end - source.offset() - 1))) {
            end--;
        }
        return Optional.of(new DocComment(CommentText.docs(texts), new Span(all.start(), end)));
    }

    /** The comment that is not closed becomes a token that the parser stops at. */
    private void refuseComment(int start) {
        for (Token token : stream.getTokens()) {
            if (token.getStartIndex() == start && token instanceof CommonToken comment) {
                comment.setChannel(Token.DEFAULT_CHANNEL);
                int index = codePoints.offset(start);
                refuse(
                        comment,
                        Diagnostic.error(
                                        "unterminated-comment",
                                        source.span(index, index + 2),
                                        "unterminated block comment")
                                .withHint("block comments nest: each `/*` needs its own `*/`"));
            }
        }
        // The stream stands on its first token already, which may be another one now.
        stream.seek(0);
    }

    /** ANTLR counts code points, spans count UTF-16 code units. */
    private sealed interface CodePoints {
        int offset(int codePoint);

        static CodePoints of(String text) {
            if (text.codePointCount(0, text.length()) == text.length()) {
                return new Same();
            }
            int[] offsets = new int[text.codePointCount(0, text.length()) + 1];
            int offset = 0;
            for (int i = 0; i < offsets.length; i++) {
                offsets[i] = offset;
                offset += offset < text.length() ? Character.charCount(text.codePointAt(offset)) : 0;
            }
            return new Table(offsets);
        }

        record Same() implements CodePoints {
            @Override
            public int offset(int codePoint) {
                return codePoint;
            }
        }

        record Table(int[] offsets) implements CodePoints {
            @Override
            public int offset(int codePoint) {
                return offsets[codePoint];
            }
        }
    }
}

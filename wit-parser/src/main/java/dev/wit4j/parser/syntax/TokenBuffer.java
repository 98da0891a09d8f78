package dev.wit4j.parser.syntax;

import dev.wit4j.parser.ast.DocComment;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.model.Version;
import dev.wit4j.parser.source.SourceMap.Source;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.WritableToken;

/** The tokens of one file, with their places in the source map and the comments before them. */
final class TokenBuffer {
    private final Source source;
    private final WitLexer lexer;
    private final List<Token> tokens = new ArrayList<>();
    private final Map<Token, Diagnostic> problems = new HashMap<>();
    /** The few that a file names again and again, in gates. */
    private final Map<String, Version> versions = new HashMap<>();

    private TokenBuffer(Source source) {
        this.source = source;
        this.lexer = new WitLexer(new TextStream(source.path(), source.text()));
        lexer.removeErrorListeners();
    }

    static TokenBuffer lex(Source source) {
        TokenBuffer buffer = new TokenBuffer(source);
        buffer.fill();
        return buffer;
    }

    /** Ends with the first token that no text can have: the parser stops there at the latest, whatever is behind it. */
    private void fill() {
        NestingLimits limits = new NestingLimits();
        Token token;
        do {
            token = lexer.nextToken();
            ((WritableToken) token).setTokenIndex(tokens.size());
            tokens.add(token);
            if (lexer.unterminatedComment() >= 0) {
                refuseComment(token);
            } else if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                Optional<String> exceeded = limits.exceededBy(token.getType());
                if (exceeded.isPresent()) {
                    refuseDepth(token, exceeded.get());
                }
            }
        } while (token.getType() != Token.EOF && token.getType() != WitLexer.UNEXPECTED);
    }

    /** What the parser reads, from the beginning. */
    TokenStream stream() {
        return new VisibleTokens(tokens, lexer);
    }

    /** All tokens, comments included, the end of the file or the first that cannot be last. */
    List<Token> all() {
        return tokens;
    }

    Span span(Token token) {
        return span(token, token);
    }

    Span span(Token first, Token last) {
        int start = first.getStartIndex();
        return source.span(start, Math.max(start, last.getStopIndex() + 1));
    }

    /** The text from the first character of {@code first} to the last of {@code last}. */
    private String text(Token first, Token last) {
        return source.text().substring(first.getStartIndex(), last.getStopIndex() + 1);
    }

    /**
     * The version that these tokens spell.
     *
     * @throws IllegalArgumentException if they spell none
     */
    Version version(Token first, Token last) {
        String text = text(first, last);
        Version version = versions.get(text);
        if (version == null) {
            version = Version.parse(text);
            versions.put(text, version);
        }
        return version;
    }

    /** Makes the parser stop at {@code token}, and {@code problem} be what is reported there. */
    private void refuse(Token token, Diagnostic problem) {
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
        int end = token.getTokenIndex();
        int begin = end;
        while (begin > 0 && tokens.get(begin - 1).getChannel() == WitLexer.COMMENTS) {
            begin--;
        }
        if (begin == end) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>(end - begin);
        for (Token comment : tokens.subList(begin, end)) {
            texts.add(comment.getText());
        }
        int start = tokens.get(begin).getStartIndex();
        int stop = tokens.get(end - 1).getStopIndex();
        while (Character.isWhitespace(source.text().charAt(stop))) {
            stop--;
        }
        return Optional.of(new DocComment(CommentText.docs(texts), source.span(start, stop + 1)));
    }

    /** The comment that is not closed becomes a token that the parser stops at. */
    private void refuseComment(Token comment) {
        ((WritableToken) comment).setChannel(Token.DEFAULT_CHANNEL);
        int start = comment.getStartIndex();
        refuse(
                comment,
                Diagnostic.error("unterminated-comment", source.span(start, start + 2), "unterminated block comment")
                        .withHint("block comments nest: each `/*` needs its own `*/`"));
    }

    private void refuseDepth(Token token, String what) {
        refuse(
                token,
                Diagnostic.error("nesting-too-deep", span(token), what + " nesting too deep")
                        .withHint("at most " + NestingLimits.LIMIT + " levels are allowed"));
    }
}

package dev.wit4j.parser.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/** What the parser reads of the tokens of a file: those that are no comments. */
final class VisibleTokens implements TokenStream {
    private final Token[] tokens;
    private final TokenSource lexer;
    private int index;

    VisibleTokens(List<Token> all, TokenSource lexer) {
        List<Token> visible = new ArrayList<>(all.size());
        for (Token token : all) {
            if (token.getChannel() == Token.DEFAULT_CHANNEL) {
                visible.add(token);
            }
        }
        tokens = visible.toArray(new Token[0]);
        this.lexer = lexer;
    }

    @Override
    public void consume() {
        if (index == tokens.length - 1) {
            throw new IllegalStateException("nothing is left to consume");
        }
        index++;
    }

    @Override
    public int LA(int distance) {
        return tokenAt(distance).getType();
    }

    @Override
    public @Nullable Token LT(int distance) {
        return distance < 0 && index + distance < 0 ? null : tokenAt(distance);
    }

    private Token tokenAt(int distance) {
        int place = distance < 0 ? index + distance : index + distance - 1;
        return place < tokens.length ? tokens[place] : tokens[tokens.length - 1];
    }

    @Override
    public Token get(int place) {
        return tokens[place];
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // All tokens are there at any time.
    }

    @Override
    public int index() {
        return index;
    }

    @Override
    public void seek(int place) {
        index = Math.min(place, tokens.length - 1);
    }

    @Override
    public int size() {
        return tokens.length;
    }

    @Override
    public TokenSource getTokenSource() {
        return lexer;
    }

    @Override
    public String getSourceName() {
        return lexer.getSourceName();
    }

    @Override
    public String getText() {
        return getText(tokens[0], tokens[tokens.length - 1]);
    }

    @Override
    public String getText(Interval interval) {
        return getText(tokens[interval.a], tokens[interval.b]);
    }

    @Override
    public String getText(RuleContext context) {
        return context.getText();
    }

    @Override
    public String getText(Token start, Token stop) {
        return start.getInputStream().getText(Interval.of(start.getStartIndex(), stop.getStopIndex()));
    }
}

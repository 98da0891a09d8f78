package dev.wit4j.parser.syntax;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/** Ends the parse at the first token that no WIT text could have there, and says what could stand in its place. */
final class FirstErrorStrategy extends DefaultErrorStrategy {
    @Override
    public void reportError(Parser recognizer, RecognitionException e) {
        Token found = e instanceof NoViableAltException noViable && isInVersion(recognizer)
                ? noViable.getStartToken()
                : e.getOffendingToken();
        throw new UnexpectedTokenException(found, Expectations.atDecision(recognizer, found), rootOf(recognizer));
    }

    @Override
    public Token recoverInline(Parser recognizer) {
        throw new UnexpectedTokenException(
                recognizer.getCurrentToken(), Expectations.atToken(recognizer), rootOf(recognizer));
    }

    private static WitGrammar.FileContext rootOf(Parser recognizer) {
        ParserRuleContext context = recognizer.getContext();
        while (context.getParent() != null) {
            context = context.getParent();
        }
        return (WitGrammar.FileContext) context;
    }

    @Override
    public void sync(Parser recognizer) {
        // Nothing is skipped: the next match or decision meets the same token and ends the parse there.
    }

    /** A period that does not go on with the version is the error, not what stands behind it. */
    private static boolean isInVersion(Parser recognizer) {
        int rule = recognizer.getContext().getRuleIndex();
        return rule == WitGrammar.RULE_version || rule == WitGrammar.RULE_versionPart;
    }

    /** The end of the parse, with the part of the tree that was built until then. */
    static final class UnexpectedTokenException extends ParseCancellationException {
        private static final long serialVersionUID = 1L;

        private final transient Token found;
        private final String expected;
        private final transient WitGrammar.FileContext root;

        UnexpectedTokenException(Token found, String expected, WitGrammar.FileContext root) {
            super("expected " + expected);
            this.found = found;
            this.expected = expected;
            this.root = root;
        }

        Token found() {
            return found;
        }

        String expected() {
            return expected;
        }

        WitGrammar.FileContext root() {
            return root;
        }
    }
}

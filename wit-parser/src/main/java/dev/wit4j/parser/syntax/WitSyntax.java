package dev.wit4j.parser.syntax;

import dev.wit4j.parser.ast.WitFile;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.source.SourceMap.Source;
import dev.wit4j.parser.syntax.FirstErrorStrategy.UnexpectedTokenException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;

/** Reads one file. Immutable; safe for use by several threads. */
public final class WitSyntax {
    private final boolean strict;

    /**
     * A reader.
     *
     * @param strict whether {@code -> ()}, the syntax of 2023 for a function without result, is refused; accepted with a
     *     warning otherwise
     */
    public WitSyntax(boolean strict) {
        this.strict = strict;
    }

    /** The AST of {@code source}; empty if errors were reported to {@code diagnostics}. */
    public Optional<WitFile> parse(Source source, Diagnostics diagnostics) {
        if (ForbiddenCharacters.reportIn(source, diagnostics)) {
            return Optional.empty();
        }
        TokenBuffer tokens = TokenBuffer.lex(source);
        List<Diagnostic> problems = new ArrayList<>();
        WitGrammar.FileContext tree;
        try {
            tree = parser(tokens).file();
        } catch (UnexpectedTokenException e) {
            problems.add(unexpected(e, tokens));
            tree = e.root();
        }
        SyntaxChecks checks = new SyntaxChecks(tokens, strict);
        checks.check(tree);
        problems.addAll(checks.problems());
        // A reader that goes from token to token meets the checks and the unexpected token in the order of the text.
        boolean refused = false;
        if (!problems.isEmpty()) {
            problems.sort(Comparator.comparingInt(problem -> problem.span().start()));
            problems.forEach(diagnostics::report);
            refused = problems.stream().anyMatch(Diagnostic::isError);
        }
        return refused ? Optional.empty() : Optional.of(new AstBuilder(tokens).build(tree));
    }

    private static WitGrammar parser(TokenBuffer tokens) {
        WitGrammar grammar = new WitGrammar(tokens.stream());
        grammar.removeErrorListeners();
        grammar.setErrorHandler(new FirstErrorStrategy());
        // No decision of the grammar depends on what called its rule, so the weaker and faster mode is exact.
        grammar.getInterpreter().setPredictionMode(PredictionMode.SLL);
        return grammar;
    }

    private static Diagnostic unexpected(UnexpectedTokenException e, TokenBuffer tokens) {
        Token found = e.found();
        if (found.getType() == WitLexer.UNEXPECTED) {
            return tokens.problemOf(found);
        }
        Diagnostic diagnostic = Diagnostic.error(
                "unexpected-token",
                tokens.span(found),
                "expected " + e.expected() + ", found " + TokenNames.describe(found.getType()));
        return e.expected().startsWith("an identifier") && TokenNames.isKeyword(found.getType())
                ? diagnostic.withHint("to use the keyword as a name, write `%" + found.getText() + "`")
                : diagnostic;
    }
}

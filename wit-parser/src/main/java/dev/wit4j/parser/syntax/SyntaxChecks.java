package dev.wit4j.parser.syntax;

import dev.wit4j.parser.diagnostic.Diagnostic;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Everything about one file that is wrong although it fits the grammar. Works on the part of a tree, too. */
final class SyntaxChecks {
    private final TokenBuffer tokens;
    private final boolean strict;
    private final List<Diagnostic> problems = new ArrayList<>();

    SyntaxChecks(TokenBuffer tokens, boolean strict) {
        this.tokens = tokens;
        this.strict = strict;
    }

    List<Diagnostic> problems() {
        return problems;
    }

    void check(WitGrammar.FileContext file) {
        Deque<ParserRuleContext> open = new ArrayDeque<>();
        open.push(file);
        while (!open.isEmpty()) {
            ParserRuleContext node = open.pop();
            checkNode(node);
            if (node.children == null) {
                continue;
            }
            for (ParseTree child : node.children) {
                if (child instanceof ParserRuleContext rule) {
                    open.push(rule);
                }
            }
        }
    }

    private void checkNode(ParserRuleContext node) {
        if (node instanceof WitGrammar.IdContext id) {
            checkIdentifier(id);
        } else if (node instanceof WitGrammar.VersionContext version) {
            checkVersion(version);
        } else if (node instanceof WitGrammar.GateContext gate) {
            checkGate(gate);
        } else if (node instanceof WitGrammar.PackageItemContext item) {
            checkPackage(item);
        } else if (node instanceof WitGrammar.TypeContext type && type.INTEGER() != null) {
            checkSize(type.INTEGER().getSymbol());
        } else if (node instanceof WitGrammar.FunctionResultContext result && result.parameters() != null) {
            checkOldResult(result.parameters());
        }
    }

    private void checkIdentifier(WitGrammar.IdContext id) {
        Token token = id.getStart();
        if (id.getChildCount() > 0) {
            String name =
                    token.getType() == WitLexer.EXPLICIT_ID ? token.getText().substring(1) : token.getText();
            Optional<String> problem = Identifiers.problemOf(name);
            if (problem.isPresent()) {
                error("invalid-identifier", token, problem.get());
            }
        }
    }

    private void checkVersion(WitGrammar.VersionContext version) {
        if (version.INTEGER().size() < 3) {
            return;
        }
        try {
            tokens.version(version.getStart(), AstBuilder.lastOf(version));
        } catch (IllegalArgumentException e) {
            problems.add(Diagnostic.error(
                    "invalid-version",
                    tokens.span(version.getStart(), AstBuilder.lastOf(version)),
                    String.valueOf(e.getMessage())));
        }
    }

    /** A package with a semicolon is the header of the file: it comes first, and nothing is attached to it. */
    private void checkPackage(WitGrammar.PackageItemContext item) {
        WitGrammar.ItemContext parent = (WitGrammar.ItemContext) item.getParent();
        boolean first = parent.getParent() instanceof WitGrammar.FileContext file && file.getChild(0) == parent;
        if (!parent.gate().isEmpty()) {
            error("misplaced-attribute", item.getStart(), "packages take no attributes");
        }
        TerminalNode semicolon = item.SEMICOLON();
        if (semicolon != null && !first) {
            problems.add(Diagnostic.error(
                            "unexpected-token", tokens.span(semicolon.getSymbol()), "expected '{', found ';'")
                    .withHint("`package ...;` may only be the first item of a file; further packages have braces"));
        }
    }

    private void checkGate(WitGrammar.GateContext gate) {
        if (gate.id() == null || gate.id().getChildCount() == 0) {
            return;
        }
        String name = AstBuilder.nameOf(gate.id());
        switch (name) {
            case "since", "deprecated" -> checkArgument(gate, "version", true);
            case "unstable" -> checkArgument(gate, "feature", false);
            case "external-id" -> checkExternalId(gate);
            default -> {
                // What is no identifier at all is refused as such.
                if (Identifiers.problemOf(name).isEmpty()) {
                    problems.add(Diagnostic.error(
                                    "unknown-attribute",
                                    tokens.span(gate.id().getStart()),
                                    "unknown attribute `" + name + "`")
                            .withHint("known are `since`, `unstable`, `deprecated` and `external-id`"));
                }
            }
        }
    }

    private void checkArgument(WitGrammar.GateContext gate, String wanted, boolean isVersion) {
        WitGrammar.GateArgumentContext argument = gate.gateArgument();
        if (argument == null || argument.getChildCount() == 0) {
            return;
        }
        if (argument.STRING_LITERAL() != null) {
            expected("an identifier or string", argument.getStart());
            return;
        }
        WitGrammar.IdContext key = argument.id(0);
        if (!AstBuilder.nameOf(key).equals(wanted)) {
            error(
                    "unknown-attribute",
                    key.getStart(),
                    "expected `" + wanted + "`, found `" + AstBuilder.nameOf(key) + "`");
        } else if (isVersion && argument.id().size() > 1) {
            expected(TokenNames.describe(WitLexer.INTEGER), argument.id(1).getStart());
        } else if (!isVersion && argument.version() != null) {
            expected("an identifier or string", argument.version().getStart());
        }
    }

    private void checkExternalId(WitGrammar.GateContext gate) {
        WitGrammar.GateArgumentContext argument = gate.gateArgument();
        if (argument == null || argument.getChildCount() == 0) {
            return;
        }
        if (argument.STRING_LITERAL() == null) {
            expected(TokenNames.describe(WitLexer.STRING_LITERAL), argument.getStart());
            return;
        }
        try {
            StringLiterals.valueOf(argument.STRING_LITERAL().getText());
        } catch (IllegalArgumentException e) {
            error("invalid-string", argument.getStart(), String.valueOf(e.getMessage()));
        }
    }

    private void checkSize(Token size) {
        try {
            Integer.parseUnsignedInt(size.getText());
        } catch (NumberFormatException e) {
            error("invalid-list-size", size, "invalid list size: the largest is 4294967295");
        }
    }

    /** {@code -> ()} and {@code -> (a: t)}, which functions had until 2023. */
    private void checkOldResult(WitGrammar.ParametersContext result) {
        boolean named = !result.parameter().isEmpty();
        Token at = result.getStart();
        if (strict) {
            problems.add(Diagnostic.error("unexpected-token", tokens.span(at), "expected a type, found '('")
                    .withHint(
                            named
                                    ? "named results are gone: return a tuple or a record"
                                    : "a function without result has no `->`"));
        } else if (named) {
            problems.add(Diagnostic.error(
                            "named-results", tokens.span(at), "functions have at most one, unnamed result")
                    .withHint("named results are no longer part of WIT: return `tuple<...>` or a record with these"
                            + " fields"));
        } else if (result.RIGHT_PAREN() != null) {
            problems.add(Diagnostic.warning(
                            "empty-result",
                            tokens.span(result.getStart(), result.RIGHT_PAREN().getSymbol()),
                            "`-> ()` is the syntax of 2023 for a function without result")
                    .withHint("leave `-> ()` away"));
        }
    }

    private void expected(String what, Token found) {
        error("unexpected-token", found, "expected " + what + ", found " + TokenNames.describe(found.getType()));
    }

    private void error(String code, Token at, String message) {
        problems.add(Diagnostic.error(code, tokens.span(at), message));
    }
}

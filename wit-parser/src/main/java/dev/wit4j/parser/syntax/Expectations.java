package dev.wit4j.parser.syntax;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What the parser wanted where it stopped, in the words of the language instead of those of the grammar. */
final class Expectations {
    private static final String ITEM = "`world`, `interface` or `use`";
    private static final String INTERFACE_MEMBER = "`type`, `resource` or `func`";
    private static final String WORLD_MEMBER = "`import`, `export`, `include`, `use`, or type definition";
    private static final String RESOURCE_MEMBER = "`constructor` or identifier";
    private static final String NAME = "an identifier or string";
    private static final String TYPE = "a type";

    private Expectations() {}

    /** The parser had to choose between alternatives and {@code found} fits none. */
    static String atDecision(Parser parser, Token found) {
        int rule = parser.getContext().getRuleIndex();
        return switch (rule) {
            case WitGrammar.RULE_file, WitGrammar.RULE_item -> ITEM;
            case WitGrammar.RULE_interfaceBody, WitGrammar.RULE_interfaceMember -> INTERFACE_MEMBER;
            case WitGrammar.RULE_worldItem, WitGrammar.RULE_worldMember -> WORLD_MEMBER;
            case WitGrammar.RULE_resourceMember -> RESOURCE_MEMBER;
            case WitGrammar.RULE_packageItem -> TokenNames.describe(WitLexer.LEFT_BRACE);
            case WitGrammar.RULE_resourceItem, WitGrammar.RULE_extern, WitGrammar.RULE_externPath ->
                TokenNames.describe(WitLexer.SEMICOLON);
            case WitGrammar.RULE_functionResult -> TYPE;
            case WitGrammar.RULE_version, WitGrammar.RULE_versionPart -> TokenNames.describe(WitLexer.SEMICOLON);
            case WitGrammar.RULE_includeItem ->
                ((WitGrammar.IncludeItemContext) parser.getContext()).WITH() == null
                        ? TokenNames.describe(WitLexer.SEMICOLON)
                        : inList(parser, found, NAME, WitLexer.RIGHT_BRACE);
            case WitGrammar.RULE_useItem,
                    WitGrammar.RULE_recordItem,
                    WitGrammar.RULE_flagsItem,
                    WitGrammar.RULE_variantItem,
                    WitGrammar.RULE_enumItem -> inList(parser, found, NAME, WitLexer.RIGHT_BRACE);
            case WitGrammar.RULE_parameters -> inList(parser, found, NAME, WitLexer.RIGHT_PAREN);
            case WitGrammar.RULE_type ->
                parser.getContext().getStart().getType() == WitLexer.TUPLE
                        ? inList(parser, found, TYPE, WitLexer.GREATER_THAN)
                        : TYPE;
            default -> NAME;
        };
    }

    /** Behind a comma an element is wanted, behind an element the end. */
    private static String inList(Parser parser, Token found, String element, int end) {
        Token next = parser.getInputStream().LT(1);
        return next != found && next.getType() == WitLexer.COMMA ? element : TokenNames.describe(end);
    }

    /** The parser had to match one token, or one of few. */
    static String atToken(Parser parser) {
        int rule = parser.getContext().getRuleIndex();
        IntervalSet expected = parser.getATN().nextTokens(parser.getATN().states.get(parser.getState()));
        int token = expected.size() == 1 ? expected.getMinElement() : Token.INVALID_TYPE;
        return switch (token) {
            case Token.EOF -> ITEM;
            case Token.INVALID_TYPE -> NAME;
            case WitLexer.INTEGER ->
                rule == WitGrammar.RULE_type ? "fixed-length" : TokenNames.describe(WitLexer.INTEGER);
            case WitLexer.RIGHT_BRACE, WitLexer.RIGHT_PAREN, WitLexer.GREATER_THAN -> atClosing(parser, rule, token);
            default -> TokenNames.describe(token);
        };
    }

    private static String atClosing(Parser parser, int rule, int token) {
        switch (rule) {
            case WitGrammar.RULE_packageItem:
                return ITEM;
            case WitGrammar.RULE_interfaceBody:
                return INTERFACE_MEMBER;
            case WitGrammar.RULE_worldItem:
                return WORLD_MEMBER;
            case WitGrammar.RULE_resourceItem:
                return RESOURCE_MEMBER;
            default:
                break;
        }
        // A list may end after any element; without one it could only have gone on.
        int previous = parser.getInputStream().LT(-1).getType();
        boolean elementWanted = previous == WitLexer.COMMA
                || previous == WitLexer.LEFT_BRACE
                || previous == WitLexer.LEFT_PAREN
                || previous == WitLexer.LESS_THAN;
        if (!elementWanted || rule == WitGrammar.RULE_gate) {
            return TokenNames.describe(token);
        }
        return rule == WitGrammar.RULE_type ? TYPE : NAME;
    }
}

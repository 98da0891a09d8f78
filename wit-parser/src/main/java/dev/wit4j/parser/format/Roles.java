package dev.wit4j.parser.format;

import dev.wit4j.parser.format.Piece.Role;
import dev.wit4j.parser.syntax.Lexeme;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Finds out which part each sign of a file plays, going through it once. */
final class Roles {
    private static final Set<String> PATH_ITEMS = Set.of("package", "use", "include");
    private static final Set<String> LIST_ITEMS = Set.of("record", "flags", "variant", "enum");
    private static final Set<String> ITEM_ENDS = Set.of(";", "{", "}");

    private final List<Lexeme> lexemes;
    private final Deque<Role> open = new ArrayDeque<>();
    private boolean inPath;
    private boolean inExtern;
    private boolean inListItem;
    private boolean inGate;
    private String previous = ";";
    private Role previousRole = Role.PLAIN;

    private Roles(List<Lexeme> lexemes) {
        this.lexemes = lexemes;
    }

    static List<Piece> assign(List<Lexeme> lexemes) {
        Roles roles = new Roles(lexemes);
        List<Piece> pieces = new ArrayList<>();
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            Role role = lexeme.isComment() ? Role.COMMENT : roles.role(lexeme.text(), i);
            pieces.add(new Piece(lexeme, role));
        }
        return pieces;
    }

    private Role role(String text, int index) {
        Role role = switch (text) {
            case ":" -> inPath || inExtern && isSlash(index) ? Role.COLON_OF_PATH : Role.PLAIN;
            case "@" -> ITEM_ENDS.contains(previous) || previousRole == Role.GATE_CLOSE ? Role.GATE : Role.PLAIN;
            case "(" ->
                inGate ? Role.GATE_OPEN : open.peek() == Role.LIST_CLOSE ? Role.PLAIN : opening(Role.GROUP_CLOSE);
            case "{" -> opening(braceEnd());
            case ")" -> inGate ? Role.GATE_CLOSE : open.peek() == Role.GROUP_CLOSE ? open.pop() : Role.PLAIN;
            case "}" -> open.pop();
            default -> Role.PLAIN;
        };
        remember(text, role);
        return role;
    }

    /** Whether what is behind the word behind the colon continues a path. */
    private boolean isSlash(int colon) {
        int seen = 0;
        for (int i = colon + 1; i < lexemes.size(); i++) {
            if (!lexemes.get(i).isComment() && ++seen == 2) {
                return lexemes.get(i).is("/");
            }
        }
        return false;
    }

    private Role braceEnd() {
        if (previous.equals(".")) {
            return Role.USE_CLOSE;
        }
        if (previous.equals("with")) {
            return Role.GROUP_CLOSE;
        }
        return inListItem ? Role.LIST_CLOSE : Role.BLOCK_CLOSE;
    }

    private Role opening(Role end) {
        open.push(end);
        return switch (end) {
            case BLOCK_CLOSE -> Role.BLOCK_OPEN;
            case LIST_CLOSE -> Role.LIST_OPEN;
            case USE_CLOSE -> Role.USE_OPEN;
            default -> Role.GROUP_OPEN;
        };
    }

    private void remember(String text, Role role) {
        boolean ofGroup = text.equals("{") && previous.equals(".") || role == Role.USE_CLOSE || role == Role.GROUP_OPEN;
        if (ITEM_ENDS.contains(text) && !ofGroup) {
            inPath = false;
            inExtern = false;
            inListItem = false;
        } else if (PATH_ITEMS.contains(text)) {
            inPath = true;
        } else if (text.equals("import") || text.equals("export")) {
            inExtern = true;
        } else if (LIST_ITEMS.contains(text)) {
            inListItem = true;
        } else if (text.equals("func") || text.equals("interface")) {
            inExtern = false;
        }
        inGate = role == Role.GATE || inGate && role != Role.GATE_CLOSE;
        previous = text;
        previousRole = role;
    }
}

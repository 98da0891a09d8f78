package dev.wit4j.codegen.emit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a WIT comment, which is Markdown, as Javadoc: paragraphs, lists and code keep their form, the rest is plain text. Nothing in it can end the comment, be a tag, or be taken for HTML.
 */
final class MarkdownText {
    private static final Pattern ITEM = Pattern.compile("([-*+]|[0-9]{1,3}[.)]) +(?=\\S)");
    private static final Pattern INLINE = Pattern.compile("`([^`]+)`|<(https?://[^\\s<>]+)>");
    private static final String FENCE = "```";

    /** An open list: how far its markers are indented, and the tag that ends it. */
    private record OpenList(int indentation, String end) {}

    private final StringBuilder out = new StringBuilder();
    private final Deque<OpenList> lists = new ArrayDeque<>();
    private boolean blank;
    private boolean preformatted;

    private MarkdownText() {}

    static String toJavadoc(String markdown) {
        var text = new MarkdownText();
        for (String line : markdown.split("\n", -1)) {
            text.add(line.stripTrailing());
        }
        text.end();
        return text.out.toString();
    }

    private void add(String line) {
        String content = line.stripLeading();
        int indentation = line.length() - content.length();
        if (content.startsWith(FENCE)) {
            fence();
        } else if (preformatted) {
            out.append('\n').append(escape(line));
        } else if (content.isEmpty()) {
            blank = true;
        } else {
            Matcher item = ITEM.matcher(content);
            if (item.lookingAt()) {
                item(indentation, content, item.end());
            } else {
                text(indentation, content);
            }
            blank = false;
        }
    }

    private void fence() {
        if (preformatted) {
            out.append("\n</pre>");
        } else {
            out.append(out.isEmpty() ? "<pre>" : "\n\n<pre>");
        }
        preformatted = !preformatted;
        blank = !preformatted;
    }

    private void item(int indentation, String content, int markerEnd) {
        while (!lists.isEmpty() && lists.element().indentation() > indentation) {
            endList();
        }
        if (lists.isEmpty() || lists.element().indentation() < indentation) {
            String tag = Character.isDigit(content.charAt(0)) ? "ol>" : "ul>";
            out.append(out.isEmpty() ? "<" : "\n<").append(tag);
            lists.push(new OpenList(indentation, "\n</" + tag));
        }
        out.append("\n<li>").append(inline(content.substring(markerEnd)));
    }

    private void text(int indentation, String content) {
        while (blank && !lists.isEmpty() && lists.element().indentation() >= indentation) {
            endList();
        }
        boolean continuesItem = !lists.isEmpty() && !blank;
        if (blank && !out.isEmpty()) {
            out.append("\n\n<p>");
        } else if (!out.isEmpty()) {
            out.append(continuesItem ? "\n    " : "\n");
        }
        out.append(inline(content));
    }

    private void endList() {
        out.append(lists.pop().end());
    }

    private void end() {
        if (preformatted) {
            fence();
        }
        while (!lists.isEmpty()) {
            endList();
        }
    }

    private static String inline(String text) {
        Matcher matcher = INLINE.matcher(text);
        if (!matcher.find()) {
            return escape(text);
        }
        var out = new StringBuilder();
        int done = 0;
        do {
            out.append(escape(text.substring(done, matcher.start())));
            String code = matcher.group(1);
            String address = matcher.group(2);
            if (address != null) {
                out.append(escape(address));
            } else {
                out.append(isSafeInCode(code) ? "{@code " + code + "}" : escape(matcher.group()));
            }
            done = matcher.end();
        } while (matcher.find());
        return out.append(escape(text.substring(done))).toString();
    }

    /** Whether nothing in it would end the tag or the comment, or be read before the comment is. */
    private static boolean isSafeInCode(String code) {
        return code.indexOf('{') < 0 && code.indexOf('}') < 0 && code.indexOf('\\') < 0 && !code.contains("*/");
    }

    /** Plain text. */
    static String escape(String text) {
        boolean isPlain = true;
        for (int i = 0; isPlain && i < text.length(); i++) {
            isPlain = "&<>@\\*".indexOf(text.charAt(i)) < 0;
        }
        return isPlain
                ? text
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("@", "&#64;")
                        .replace("\\", "&#92;")
                        .replace("*/", "*&#47;");
    }
}

package dev.wit4j.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Comments of WIT are Markdown, those of Java are not. */
class MarkdownTextTest {
    @Test
    void blankLinesPartParagraphs() {
        assertJavadoc("one\ntwo\n\n\nthree", "one\ntwo\n\n<p>three");
    }

    @Test
    void codeStaysCode() {
        assertJavadoc("gives `list<u8>` & `x`", "gives {@code list<u8>} &amp; {@code x}");
    }

    @Test
    void codeThatWouldEndTheTagOrTheCommentIsPlainText() {
        assertJavadoc("`{` `}` `*/` `\\u002a`", "`{` `}` `*&#47;` `&#92;u002a`");
        assertJavadoc("one ` alone", "one ` alone");
    }

    @Test
    void anAddressStandsAsItIs() {
        assertJavadoc("see <https://example.org/?a=b&c=d>, <b>", "see https://example.org/?a=b&amp;c=d, &lt;b&gt;");
    }

    @Test
    void aListIsAList() {
        assertJavadoc(
                "Either\n- one\n  or so\n- `two`\n\nand that is all",
                "Either\n<ul>\n<li>one\n    or so\n<li>{@code two}\n</ul>\n\n<p>and that is all");
    }

    @Test
    void aListInAListEndsWithItOrBeforeIt() {
        assertJavadoc("1. one\n   * deep\n2. two", "<ol>\n<li>one\n<ul>\n<li>deep\n</ul>\n<li>two\n</ol>");
        assertJavadoc("- one\n  - deep", "<ul>\n<li>one\n<ul>\n<li>deep\n</ul>\n</ul>");
    }

    @Test
    void aParagraphInAnItemBelongsToIt() {
        assertJavadoc("- one\n\n  more\n\nend", "<ul>\n<li>one\n\n<p>more\n</ul>\n\n<p>end");
    }

    @Test
    void aFencedBlockKeepsItsLines() {
        assertJavadoc(
                "as in\n```wit\nrecord r {\n\n  a: @x */\n}\n```\nbehind",
                "as in\n\n<pre>\nrecord r {\n\n  a: &#64;x *&#47;\n}\n</pre>\n\n<p>behind");
        assertJavadoc("```\nopen", "<pre>\nopen\n</pre>");
    }

    @Test
    void aLineThatOnlyLooksLikeAnItemIsText() {
        assertJavadoc("-1 is less than 0\n* */", "-1 is less than 0\n<ul>\n<li>*&#47;\n</ul>");
    }

    private static void assertJavadoc(String markdown, String javadoc) {
        assertThat(MarkdownText.toJavadoc(markdown)).isEqualTo(javadoc);
    }
}

package dev.wit4j.codegen.emit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a person would not leave as it is. */
class SourceLayoutTest {
    @Test
    void aCommentOfOneLineTakesOneLine() {
        assertLayout("    /**\n     * Short.\n     */\n    int x;\n", "    /** Short. */\n    int x;\n");
        assertUnchanged("/**\n * One.\n *\n * <p>Two.\n */\n");
        assertUnchanged("/**\n *\n */\n");
    }

    @Test
    void aCommentThatDoesNotFitStaysAsItIs() {
        assertLayout("/**\n * " + "x".repeat(113) + "\n */\n", "/** " + "x".repeat(113) + " */\n");
        assertUnchanged("/**\n * " + "x".repeat(114) + "\n */\n");
    }

    @Test
    void anEmptyBodyTakesNoLineOfItsOwn() {
        assertLayout("class A {\n    A() {\n    }\n}\n", "class A {\n    A() {}\n}\n");
        assertUnchanged("if (x) {\n} else {\n    y();\n}\n".replace("{\n} else", "{\n    z();\n} else"));
    }

    @Test
    void anAnnotationWithOneMemberTakesOneLine() {
        assertLayout("    @A(\n            x = \"1\"\n    )\n    int x;\n", "    @A(x = \"1\")\n    int x;\n");
        assertUnchanged("    @A({\n            \"1\",\n            \"2\"\n    })\n");
    }

    @Test
    void aLongDeclarationIsBrokenBehindItsEquals() {
        String value = "Codecs.list(" + "X".repeat(90) + ");";
        assertLayout(
                "    static final ValueCodec<X> NAME = " + value + "\n",
                "    static final ValueCodec<X> NAME =\n            " + value + "\n");
        assertUnchanged("    call(\"" + "a = b ".repeat(30) + "\");\n");
        assertUnchanged("     * " + "a = b ".repeat(30) + "\n");
    }

    private static void assertUnchanged(String text) {
        assertLayout(text, text);
    }

    private static void assertLayout(String text, String layout) {
        assertThat(SourceLayout.of(text)).isEqualTo(layout);
    }
}

package dev.wit4j.parser.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommentTextTest {
    private static String docs(String... comments) {
        return CommentText.docs(List.of(comments)).contents();
    }

    @Test
    void sharedIndentationGoesAndFurtherIndentationStays() {
        assertThat(docs("/// a\n", "///   b\n", "///\n", "/// c\n")).isEqualTo("a\n  b\n\nc");
    }

    @Test
    void everyCommentIsDocumentation() {
        assertThat(docs("// a\n", "/// b\n", "/** c */")).isEqualTo("a\nb\nc");
    }

    @Test
    void ofABlockThatIsNoDocumentationOnlyTheSlashGoes() {
        assertThat(docs("/* a */")).isEqualTo("* a */");
    }

    @Test
    void theShortestBlockIsEmpty() {
        assertThat(docs("/**/")).isEmpty();
        assertThat(docs("/***/")).isEmpty();
    }

    @Test
    void lineEndsAreFolded() {
        assertThat(docs("/** a\r\n b\r\n */")).isEqualTo("a\n b");
    }
}

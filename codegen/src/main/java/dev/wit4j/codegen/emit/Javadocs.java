package dev.wit4j.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import dev.wit4j.codegen.model.Documentation;
import java.util.List;

/** Javadoc from documentation: nothing in it can end the comment, be a tag, or be taken for HTML. */
final class Javadocs {
    private static final String PARAGRAPH = "\n\n<p>";

    private Javadocs() {}

    /** The text, the WIT, and what the gates say. */
    static CodeBlock of(Documentation documentation) {
        String tags = documentation.feature().map(Javadocs::unstable).orElse("")
                + documentation
                        .since()
                        .map(version -> "\n\n@since " + MarkdownText.escape(version))
                        .orElse("")
                + documentation
                        .deprecated()
                        .map(version -> "\n\n@deprecated since version " + MarkdownText.escape(version))
                        .orElse("");
        return CodeBlock.of("$L$L\n", body(documentation), tags);
    }

    /** The same behind {@code @param}, where no tags of its own can stand. */
    static CodeBlock ofParameter(Documentation documentation) {
        return CodeBlock.of("$L\n", body(documentation));
    }

    /** The annotation that goes with the Javadoc of what is deprecated. */
    static List<AnnotationSpec> annotations(Documentation documentation) {
        return documentation
                .deprecated()
                .map(since -> AnnotationSpec.builder(Deprecated.class)
                        .addMember("since", "$S", since)
                        .build())
                .stream()
                .toList();
    }

    private static String body(Documentation documentation) {
        String signature = "{@code " + documentation.signature() + "}";
        return documentation.text().isEmpty()
                ? signature
                : MarkdownText.toJavadoc(documentation.text()) + PARAGRAPH + signature;
    }

    private static String unstable(String feature) {
        return PARAGRAPH + "Unstable: part of the feature {@code " + feature + "}.";
    }
}

package dev.wit4j.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import dev.wit4j.codegen.model.Documentation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Javadoc from documentation: nothing in it can end the comment, be a tag, or be taken for HTML. */
final class Javadocs {
    private Javadocs() {}

    /** The text, what the gates say, and the WIT as last line. */
    static CodeBlock of(Documentation documentation) {
        var paragraphs = new ArrayList<String>();
        if (!documentation.text().isEmpty()) {
            paragraphs.add(text(documentation.text()));
        }
        documentation.notes().forEach(note -> paragraphs.add(escape(note)));
        paragraphs.add("{@code " + documentation.signature() + "}");
        String all = String.join("\n\n<p>", paragraphs);
        return CodeBlock.of("$L", all + deprecation(documentation));
    }

    /** The annotation that goes with the Javadoc of what is deprecated. */
    static List<AnnotationSpec> annotations(Documentation documentation) {
        Optional<AnnotationSpec> deprecated = documentation
                .deprecated()
                .map(since -> AnnotationSpec.builder(Deprecated.class)
                        .addMember("since", "$S", since)
                        .build());
        return deprecated.stream().toList();
    }

    /** Plain text as Javadoc: blank lines part paragraphs. */
    static String text(String plain) {
        var text = new StringBuilder();
        boolean blank = false;
        for (String line : plain.split("\n", -1)) {
            if (line.isBlank()) {
                blank = true;
            } else {
                text.append(text.isEmpty() ? "" : blank ? "\n\n<p>" : "\n").append(escape(line.stripTrailing()));
                blank = false;
            }
        }
        return text.toString();
    }

    private static String deprecation(Documentation documentation) {
        return documentation
                .deprecated()
                .map(since -> "\n\n@deprecated since version " + since)
                .orElse("");
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("\\", "&#92;")
                .replace("*/", "*&#47;");
    }
}

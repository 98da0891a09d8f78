package dev.wit4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** The expression for a list of constants. */
final class Lists {
    private Lists() {}

    /** {@code List.of(...)}, an element a line. */
    static CodeBlock of(List<CodeBlock> elements) {
        return elements.size() < 2
                ? inLine(elements)
                : CodeBlock.of("$T.of(\n$>$>$L$<$<)", List.class, CodeBlock.join(elements, ",\n"));
    }

    /** {@code List.of(...)} of short elements, as many in a line as it holds. */
    static CodeBlock inLine(List<CodeBlock> elements) {
        return CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(elements, ",$W"));
    }
}

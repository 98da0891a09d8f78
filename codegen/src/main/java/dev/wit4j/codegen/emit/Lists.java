package dev.wit4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** The expression for a list of constants. */
final class Lists {
    private Lists() {}

    /** {@code List.of(...)}, an element a line when there are many. */
    static CodeBlock of(List<CodeBlock> elements) {
        boolean fitsInLine =
                elements.stream().mapToInt(e -> e.toString().length()).sum() < 80;
        if (fitsInLine) {
            return CodeBlock.of("$T.of($L)", List.class, CodeBlock.join(elements, ", "));
        }
        return CodeBlock.of("$T.of(\n$>$>$L$<$<)", List.class, CodeBlock.join(elements, ",\n"));
    }
}

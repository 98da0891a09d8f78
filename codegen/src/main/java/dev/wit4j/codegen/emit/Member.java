package dev.wit4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import java.util.List;

/**
 * Something that a record, or a class in place of one, holds.
 *
 * @param type its Java type
 * @param name its Java name
 * @param checked the expression for the variable of that name once it is checked
 * @param javadoc what is said about it
 */
record Member(TypeName type, String name, CodeBlock checked, CodeBlock javadoc) {
    private static final int LARGEST_RECORD = 254;

    /** Whether a constructor could not take values of all {@code types}: Java counts 255 slots, {@code this} among them. */
    static boolean exceedRecord(List<TypeName> types) {
        int slots = 0;
        for (TypeName annotated : types) {
            TypeName type = annotated.withoutAnnotations();
            slots += type.equals(TypeName.LONG) || type.equals(TypeName.DOUBLE) ? 2 : 1;
        }
        return slots > LARGEST_RECORD;
    }
}

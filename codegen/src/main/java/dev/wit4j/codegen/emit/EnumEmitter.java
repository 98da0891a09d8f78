package dev.wit4j.codegen.emit;

import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.Documentation;
import dev.wit4j.codegen.model.TypeModel.EnumConstant;
import dev.wit4j.codegen.name.JavaName;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A WIT enum, or the flags of a WIT flags type, as a Java enum. */
final class EnumEmitter {
    private EnumEmitter() {}

    static TypeSpec.Builder emit(JavaName name, Documentation documentation, List<EnumConstant> constants) {
        TypeSpec.Builder type = TypeSpec.enumBuilder(name.simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addAnnotations(Javadocs.annotations(documentation))
                .addJavadoc(Javadocs.of(documentation));
        for (EnumConstant constant : constants) {
            type.addEnumConstant(
                    constant.name(),
                    TypeSpec.anonymousClassBuilder("")
                            .addJavadoc(Javadocs.of(constant.documentation()))
                            .build());
        }
        return type;
    }
}

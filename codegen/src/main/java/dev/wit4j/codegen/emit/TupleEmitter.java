package dev.wit4j.codegen.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import dev.wit4j.codegen.model.TupleModel;
import javax.lang.model.element.Modifier;

/** The class of tuples that have more members than those of the runtime, as those look. */
final class TupleEmitter {
    private TupleEmitter() {}

    static TypeSpec.Builder emit(TupleModel model) {
        TypeSpec.Builder type = TypeSpec.recordBuilder(model.name().simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(
                        "A WIT {@code tuple} of $L members; none of them is {@code null}.\n",
                        model.members().size());
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
        int place = 0;
        for (String member : model.members()) {
            TypeVariableName variable = TypeVariableName.get("T" + ++place);
            type.addTypeVariable(variable);
            components.addParameter(variable, member);
            constructor.addStatement("$T.value($N, $S)", Core.CHECKS, member, member);
        }
        return type.recordConstructor(components.build()).addMethod(constructor.build());
    }
}

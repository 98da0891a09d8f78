package dev.wit4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.TypeModel.Component;
import dev.wit4j.codegen.model.TypeModel.RecordModel;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** A WIT record as a Java record whose constructor checks what it is given. */
final class RecordEmitter {
    private final CheckExpressions checks;

    RecordEmitter(CheckExpressions checks) {
        this.checks = checks;
    }

    TypeSpec.Builder emit(RecordModel model) {
        TypeSpec.Builder type = TypeSpec.recordBuilder(model.name().simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addAnnotations(Javadocs.annotations(model.documentation()))
                .addJavadoc(Javadocs.of(model.documentation()));
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
        boolean checksAnything = false;
        for (Component component : model.components()) {
            components.addParameter(ParameterSpec.builder(TypeNames.of(component.type()), component.name())
                    .addJavadoc(Javadocs.of(component.documentation()))
                    .build());
            Optional<CodeBlock> check = checks.statement(component.type(), component.name());
            if (check.isPresent()) {
                constructor.addStatement(check.get());
                checksAnything = true;
            }
        }
        type.recordConstructor(components.build());
        if (checksAnything) {
            type.addMethod(constructor.build());
        }
        return type;
    }
}

package dev.wit4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.TypeModel.VariantCase;
import dev.wit4j.codegen.model.TypeModel.VariantModel;
import dev.wit4j.codegen.model.ValueType;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** A WIT variant as a sealed interface with a record per case. */
final class VariantEmitter {
    /** The component that holds the payload of a case. */
    static final String PAYLOAD = "value";

    private final CheckExpressions checks;

    VariantEmitter(CheckExpressions checks) {
        this.checks = checks;
    }

    TypeSpec.Builder emit(VariantModel model) {
        ClassName name = Core.className(model.name());
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED)
                .addAnnotations(Javadocs.annotations(model.documentation()))
                .addJavadoc(Javadocs.of(model.documentation()));
        model.cases().forEach(one -> type.addType(emit(one, name)));
        return type;
    }

    private TypeSpec emit(VariantCase one, TypeName variant) {
        TypeSpec.Builder type = TypeSpec.recordBuilder(one.name().simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addSuperinterface(variant)
                .addJavadoc(Javadocs.of(one.documentation()));
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        if (one.payload().isPresent()) {
            ValueType payload = one.payload().get();
            components.addParameter(TypeNames.of(payload), PAYLOAD);
            Optional<CodeBlock> check = checks.statement(payload, PAYLOAD);
            check.ifPresent(statement -> type.addMethod(MethodSpec.compactConstructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addStatement(statement)
                    .build()));
            UnsignedText.addTo(type, one.name().simpleName(), Map.of(PAYLOAD, payload));
        }
        return type.recordConstructor(components.build()).build();
    }
}

package dev.wit4j.codegen.emit;

import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.TypeModel.ResourceModel;
import javax.lang.model.element.Modifier;

/** A WIT resource as an interface; its constructor and static functions in an interface nested in it. */
final class ResourceEmitter {
    private ResourceEmitter() {}

    static TypeSpec.Builder emit(ResourceModel model) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(model.name().simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(Core.RESOURCE)
                .addAnnotations(Javadocs.annotations(model.documentation()))
                .addJavadoc(Javadocs.of(model.documentation()));
        model.methods().forEach(method -> type.addMethod(MethodEmitter.declaration(method)));
        if (!model.statics().isEmpty()) {
            type.addType(statics(model));
        }
        return type;
    }

    private static TypeSpec statics(ResourceModel model) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(model.staticsName().simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("What can be called without having a {@code $L} in hand.\n", model.shortName());
        model.statics().forEach(function -> type.addMethod(MethodEmitter.declaration(function)));
        return type.build();
    }
}

package dev.wit4j.codegen.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.TypeModel.ResourceModel;
import dev.wit4j.codegen.model.UnitModel;
import javax.lang.model.element.Modifier;

/** A WIT interface as a Java interface: its functions, and the ways to the statics of its resources. */
final class FacadeEmitter {
    private FacadeEmitter() {}

    static TypeSpec.Builder emit(UnitModel unit) {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder(
                        unit.facade().orElseThrow().simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addAnnotations(Javadocs.annotations(unit.documentation()))
                .addJavadoc(Javadocs.of(unit.documentation()));
        unit.freestanding().forEach(function -> type.addMethod(MethodEmitter.declaration(function)));
        unit.resources()
                .forEach(resource ->
                        resource.accessor().ifPresent(accessor -> type.addMethod(accessor(resource, accessor))));
        return type;
    }

    private static MethodSpec accessor(ResourceModel resource, String accessor) {
        return MethodSpec.methodBuilder(accessor)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(Core.className(resource.staticsName()))
                .addJavadoc("The constructor and static functions of {@code $L}.\n", resource.shortName())
                .build();
    }
}

package dev.wit4j.codegen.emit;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.wit4j.codegen.model.FunctionModel;
import javax.lang.model.element.Modifier;

/** The method that a function is, as interfaces declare it and proxies override it. */
final class MethodEmitter {
    private MethodEmitter() {}

    static MethodSpec declaration(FunctionModel function) {
        return signature(function)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addAnnotations(Javadocs.annotations(function.documentation()))
                .addJavadoc(Javadocs.of(function.documentation()))
                .build();
    }

    static MethodSpec.Builder override(FunctionModel function) {
        return signature(function).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }

    private static MethodSpec.Builder signature(FunctionModel function) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(function.method())
                .returns(function.result().map(TypeNames::of).orElse(TypeName.VOID));
        function.parameters()
                .forEach(parameter -> method.addParameter(TypeNames.ofParameter(parameter.type()), parameter.name()));
        function.failure().ifPresent(failure -> method.addException(Core.className(failure.exception())));
        return method;
    }
}

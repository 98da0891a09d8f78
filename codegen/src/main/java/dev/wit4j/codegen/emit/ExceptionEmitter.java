package dev.wit4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.ExceptionModel;
import dev.wit4j.codegen.model.ValueType;
import javax.lang.model.element.Modifier;

/** The exception that carries a declared error. */
final class ExceptionEmitter {
    private static final String ERROR = "error";

    private final CodecExpressions codecs;
    private final CheckExpressions checks;

    ExceptionEmitter(CodecExpressions codecs, CheckExpressions checks) {
        this.codecs = codecs;
        this.checks = checks;
    }

    TypeSpec.Builder emit(ExceptionModel model) {
        TypeName error = TypeNames.of(model.error());
        return TypeSpec.classBuilder(model.name().simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(Core.ERROR_RESULT_EXCEPTION)
                .addJavadoc("Carries the error {@code $L}.\n", model.witName())
                .addField(FieldSpec.builder(TypeName.LONG, "serialVersionUID")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("1")
                        .build())
                .addField(error, ERROR, Modifier.PRIVATE, Modifier.FINAL, Modifier.TRANSIENT)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addParameter(error, ERROR)
                        .addJavadoc("An exception for {@code error}.\n")
                        .addStatement("super($L)", message(model))
                        .addStatement("this.$N = $L", ERROR, checks.checked(model.error(), ERROR))
                        .build())
                .addMethod(MethodSpec.methodBuilder(ERROR)
                        .addModifiers(Modifier.PUBLIC)
                        .addAnnotation(Override.class)
                        .returns(error)
                        .addStatement("return $N", ERROR)
                        .build());
    }

    /** The name of the error and, unless it is an object of somebody else, the text of the error itself. */
    private CodeBlock message(ExceptionModel model) {
        ValueType error = model.error();
        return error.holdsHandles()
                ? CodeBlock.of("$S", model.witName())
                : CodeBlock.of(
                        "$S$W+ $T.format($L, $L)",
                        model.witName() + ": ",
                        Core.WAVE,
                        codecs.of(error),
                        checks.checked(error, ERROR));
    }
}

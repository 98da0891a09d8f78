package dev.wit4j.codegen.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** What the nested classes of codecs have in common: the structure as a constant, and the signatures of their methods. */
final class CodecClass {
    /** The constant of a codec that is the structure of its values. */
    static final String TYPE = "TYPE";

    private CodecClass() {}

    /** A codec of {@code value} whose structure is {@code info}. */
    static TypeSpec.Builder builder(String name, TypeName value, TypeName infoType, CodeBlock info) {
        return TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(CodecsEmitter.codecOf(value))
                .addField(FieldSpec.builder(infoType, TYPE)
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer(info)
                        .build())
                .addMethod(override("type")
                        .returns(infoType)
                        .addStatement("return $N", TYPE)
                        .build());
    }

    static MethodSpec.Builder write(TypeName value) {
        return override("write").addParameter(Core.VALUE_WRITER, "out").addParameter(value, "value");
    }

    static MethodSpec.Builder read(TypeName value) {
        return override("read").returns(value).addParameter(Core.VALUE_READER, "in");
    }

    static MethodSpec hasHandles() {
        return override("hasHandles")
                .returns(TypeName.BOOLEAN)
                .addStatement("return true")
                .build();
    }

    static MethodSpec.Builder mapHandles(TypeName value) {
        return override("mapHandles")
                .returns(value)
                .addParameter(value, "value")
                .addParameter(
                        ParameterSpec.builder(Core.HANDLE_MAPPER, "mapper").build());
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}

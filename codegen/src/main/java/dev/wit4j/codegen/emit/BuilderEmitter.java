package dev.wit4j.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** A nested builder, for what has more members than a person can tell apart by their place. */
final class BuilderEmitter {
    private BuilderEmitter() {}

    static ClassName className(ClassName of) {
        return of.nestedClass("Builder");
    }

    /** The name of the method that begins; an accessor keeps it if one has it. */
    private static String beginningName(Stream<String> members) {
        return members.anyMatch("builder"::equals) ? "builder_" : "builder";
    }

    /** The method that begins. */
    static MethodSpec beginning(ClassName of, List<Member> members) {
        return MethodSpec.methodBuilder(beginningName(members.stream().map(Member::name)))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(className(of))
                .addJavadoc("A builder with nothing set.\n")
                .addStatement("return new $T()", className(of))
                .build();
    }

    /**
     * The builder.
     *
     * @param of what it builds
     * @param made the expression for that, once all is set
     */
    static TypeSpec emit(ClassName of, List<Member> members, CodeBlock made) {
        ClassName builder = className(of);
        TypeSpec.Builder type = TypeSpec.classBuilder(builder)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Sets one after the other; all have to be set.\n");
        type.addMethod(MethodSpec.constructorBuilder().build());
        for (Member member : members) {
            type.addField(FieldSpec.builder(nullable(member.type()), member.name(), Modifier.PRIVATE)
                    .build());
            type.addMethod(MethodSpec.methodBuilder(member.name())
                    .addModifiers(Modifier.PUBLIC)
                    .returns(builder)
                    .addParameter(member.type(), member.name())
                    .addJavadoc(member.javadoc())
                    .addStatement("this.$N = $L", member.name(), member.checked())
                    .addStatement("return this")
                    .build());
        }
        return type.addMethod(MethodSpec.methodBuilder("build")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(of)
                        .addJavadoc("What was set.\n\n@throws $T if something was not\n", IllegalStateException.class)
                        .addStatement("return $L", made)
                        .build())
                .addMethod(required())
                .build();
    }

    /** The expression for a member that has to be set, within the builder or a class that gets one. */
    static CodeBlock required(CodeBlock builder, Member member) {
        return CodeBlock.of("required($L$N, $S)", builder, member.name(), member.name());
    }

    private static TypeName nullable(TypeName type) {
        TypeName bare = type.withoutAnnotations();
        return (bare.isPrimitive() ? bare.box() : bare)
                .annotated(AnnotationSpec.builder(Core.NULLABLE).build());
    }

    private static MethodSpec required() {
        TypeVariableName type = TypeVariableName.get("T");
        return MethodSpec.methodBuilder("required")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addTypeVariable(type)
                .returns(type)
                .addParameter(
                        type.annotated(AnnotationSpec.builder(Core.NULLABLE).build()), "value")
                .addParameter(String.class, "name")
                .beginControlFlow("if (value == null)")
                .addStatement("throw new $T($S + name)", IllegalStateException.class, "not set: ")
                .endControlFlow()
                .addStatement("return value")
                .build();
    }
}

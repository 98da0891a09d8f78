package dev.wit4j.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.Arrays;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What stands in for a record with more components than a constructor can take: the same accessors, made by a builder. */
final class LargeClassEmitter {
    private LargeClassEmitter() {}

    static TypeSpec.Builder emit(ClassName name, List<Member> members) {
        ClassName builder = BuilderEmitter.className(name);
        TypeSpec.Builder type = TypeSpec.classBuilder(name).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).addParameter(builder, "from");
        for (Member member : members) {
            type.addField(member.type(), member.name(), Modifier.PRIVATE, Modifier.FINAL);
            constructor.addStatement(
                    "this.$N = $T.$L", member.name(), builder, BuilderEmitter.required(CodeBlock.of("from."), member));
        }
        type.addMethod(BuilderEmitter.beginning(name, members)).addMethod(constructor.build());
        members.forEach(member -> type.addMethod(MethodSpec.methodBuilder(member.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(member.type())
                .addJavadoc(member.javadoc())
                .addStatement("return $N", member.name())
                .build()));
        return type.addMethod(equals(name))
                .addMethod(MethodSpec.methodBuilder("hashCode")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(TypeName.INT)
                        .addStatement("return $T.hashCode(members_())", Arrays.class)
                        .build())
                .addMethod(text(name, members))
                .addMethod(values(members))
                .addType(BuilderEmitter.emit(name, members, CodeBlock.of("new $T(this)", name)));
    }

    private static MethodSpec equals(ClassName name) {
        return MethodSpec.methodBuilder("equals")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(TypeName.BOOLEAN)
                .addParameter(
                        ClassName.get(Object.class)
                                .annotated(AnnotationSpec.builder(Core.NULLABLE).build()),
                        "other")
                .addStatement(
                        "return other instanceof $T that && $T.equals(members_(), that.members_())", name, Arrays.class)
                .build();
    }

    private static MethodSpec text(ClassName name, List<Member> members) {
        MethodSpec.Builder method = MethodSpec.methodBuilder("toString")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("var text_ = new $T()", StringBuilder.class);
        String separator = name.simpleName() + "[";
        for (Member member : members) {
            method.addStatement("text_.append($S).append(this.$N)", separator + member.name() + "=", member.name());
            separator = ", ";
        }
        return method.addStatement("return text_.append(']').toString()").build();
    }

    /** Names that end in {@code _} are no names that WIT leads to. */
    private static MethodSpec values(List<Member> members) {
        CodeBlock all = members.stream()
                .map(member -> CodeBlock.of("this.$N", member.name()))
                .collect(CodeBlock.joining(",\n"));
        return MethodSpec.methodBuilder("members_")
                .addModifiers(Modifier.PRIVATE)
                .returns(ArrayTypeName.of(Object.class))
                .addStatement("return new $T[] {\n$L\n}", Object.class, all)
                .build();
    }
}

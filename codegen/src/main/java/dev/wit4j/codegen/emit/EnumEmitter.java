package dev.wit4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.Documentation;
import dev.wit4j.codegen.model.TypeModel.EnumConstant;
import dev.wit4j.codegen.name.JavaName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A WIT enum, or the flags of a WIT flags type, as a Java enum; very many cases as instances of a class. */
final class EnumEmitter {
    /** The initialiser of a Java enum reaches the limit of a method soon after. */
    static final int LARGEST_ENUM = 3_000;

    private EnumEmitter() {}

    static TypeSpec.Builder emit(JavaName name, Documentation documentation, List<EnumConstant> constants) {
        TypeSpec.Builder type = TypeSpec.enumBuilder(name.simpleName())
                .addModifiers(Modifier.PUBLIC)
                .addAnnotations(Javadocs.annotations(documentation))
                .addJavadoc(Javadocs.of(documentation));
        for (EnumConstant constant : constants) {
            type.addEnumConstant(
                    constant.name(),
                    TypeSpec.anonymousClassBuilder("")
                            .addJavadoc(Javadocs.of(constant.documentation()))
                            .build());
        }
        return type;
    }

    /** Cases that are instances of a class: each takes less of its initialiser than the constant of an enum would. */
    static TypeSpec.Builder emitInstances(ClassName name, Documentation documentation, List<EnumConstant> constants) {
        TypeName list = ParameterizedTypeName.get(ClassName.get(List.class), name);
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addAnnotations(Javadocs.annotations(documentation))
                .addJavadoc(Javadocs.of(documentation))
                .addField(FieldSpec.builder(list, "values_", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T<>($L)", ArrayList.class, constants.size())
                        .build());
        for (EnumConstant constant : constants) {
            type.addField(FieldSpec.builder(name, constant.name())
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc(Javadocs.of(constant.documentation()))
                    .initializer("add($S)", constant.witName())
                    .build());
        }
        return type.addField(TypeName.INT, "ordinal", Modifier.PRIVATE, Modifier.FINAL)
                .addField(String.class, "wit", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(TypeName.INT, "ordinal")
                        .addParameter(String.class, "wit")
                        .addStatement("this.ordinal = ordinal")
                        .addStatement("this.wit = wit")
                        .build())
                .addMethod(MethodSpec.methodBuilder("add")
                        .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                        .returns(name)
                        .addParameter(String.class, "wit")
                        .addStatement("$T value = new $T(values_.size(), wit)", name, name)
                        .addStatement("values_.add(value)")
                        .addStatement("return value")
                        .build())
                .addMethod(MethodSpec.methodBuilder("values")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(list)
                        .addJavadoc("All cases, in their order.\n")
                        .addStatement("return $T.unmodifiableList(values_)", Collections.class)
                        .build())
                .addMethod(MethodSpec.methodBuilder("ordinal")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(TypeName.INT)
                        .addJavadoc("The place among all cases, from 0.\n")
                        .addStatement("return ordinal")
                        .build())
                .addMethod(MethodSpec.methodBuilder("toString")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(String.class)
                        .addJavadoc("The name in WIT.\n")
                        .addStatement("return wit")
                        .build());
    }
}

package dev.wit4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.FunctionModel;
import dev.wit4j.codegen.model.FunctionModel.Failure;
import dev.wit4j.codegen.model.FunctionModel.Kind;
import dev.wit4j.codegen.model.FunctionModel.Parameter;
import dev.wit4j.codegen.model.TypeModel.ResourceModel;
import dev.wit4j.codegen.model.UnitModel;
import dev.wit4j.codegen.model.ValueType;
import dev.wit4j.codegen.name.JavaName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The table of a unit's functions as they are known at run time. */
final class FunctionsEmitter {
    private final UnitModel unit;
    private final CodecExpressions codecs;

    private FunctionsEmitter(UnitModel unit, CodecExpressions codecs) {
        this.unit = unit;
        this.codecs = codecs;
    }

    static TypeSpec.Builder emit(UnitModel unit, CodecExpressions codecs) {
        return new FunctionsEmitter(unit, codecs).emit();
    }

    private TypeSpec.Builder emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(unit.functionTable().simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("The functions of {@code $L} as they are known at run time.\n", unit.witName())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        addConstants(type);
        return type.addField(interfaceType());
    }

    /** The constants, in the classes that they are to be in: this one, or parts of it. */
    private void addConstants(TypeSpec.Builder type) {
        Map<JavaName, TypeSpec.Builder> parts = new LinkedHashMap<>();
        for (FunctionModel function : unit.functions()) {
            JavaName owner = function.constant().owner();
            TypeSpec.Builder holder =
                    owner.equals(unit.functionTable()) ? type : parts.computeIfAbsent(owner, FunctionsEmitter::part);
            holder.addField(constant(function));
        }
        parts.values().forEach(part -> type.addType(part.build()));
    }

    private static TypeSpec.Builder part(JavaName name) {
        return TypeSpec.classBuilder(name.simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("Some of them: all together are too much for one class.\n")
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }

    private FieldSpec interfaceType() {
        var functions = new ArrayList<CodeBlock>();
        unit.functions().forEach(function -> functions.add(reference(function)));
        for (ResourceModel resource : unit.resources()) {
            functions.add(CodeBlock.of("$L.drop()", codecs.constant(resource.constant())));
        }
        return FieldSpec.builder(Core.INTERFACE_TYPE, "TYPE")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("All of them, and the drops of resources.\n")
                .initializer("new $T($S, $L)", Core.INTERFACE_TYPE, unit.witName(), Lists.of(functions))
                .build();
    }

    private CodeBlock reference(FunctionModel function) {
        String name = function.constant().name();
        JavaName owner = function.constant().owner();
        return owner.equals(unit.functionTable())
                ? CodeBlock.of("$N", name)
                : CodeBlock.of("$L.$N", owner.simpleName(), name);
    }

    private FieldSpec constant(FunctionModel function) {
        CodeBlock.Builder arguments = CodeBlock.builder()
                .add("new $T(\n$>$>", Core.FUNCTION_TYPE)
                .add("$S,\n$S,\n", unit.witName(), function.wireName())
                .add("$T.$L,\n$L,\n", Core.KIND, function.kind().name(), function.async())
                .add("$L,\n", parameters(function))
                .add(
                        "$L,\n",
                        function.result().map(type -> present(codecs.of(type))).orElse(absent()))
                .add("$L,\n", function.failure().map(this::failure).orElse(absent()))
                .add("$L$<$<)", call(function));
        return FieldSpec.builder(Core.FUNCTION_TYPE, function.constant().name())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("{@code $L}.\n", function.documentation().signature())
                .initializer(arguments.build())
                .build();
    }

    private CodeBlock parameters(FunctionModel function) {
        var parameters = new ArrayList<CodeBlock>();
        function.self().ifPresent(self -> parameters.add(parameter("self", self)));
        function.parameters().forEach(p -> parameters.add(parameter(p.witName(), p.type())));
        return Lists.of(parameters);
    }

    private CodeBlock parameter(String name, ValueType type) {
        return CodeBlock.of("new $T($S, $L)", Core.PARAMETER, name, codecs.of(type));
    }

    private CodeBlock failure(Failure failure) {
        ClassName exception = Core.className(failure.exception());
        return failure.error()
                .map(error -> present(CodeBlock.of(
                        "new $T(\n$>$>$L, error -> new $T(($T) error)$<$<)",
                        Core.FAILURE,
                        present(codecs.of(error)),
                        exception,
                        TypeNames.plain(error))))
                .orElseGet(() ->
                        present(CodeBlock.of("new $T($L, error -> new $T())", Core.FAILURE, absent(), exception)));
    }

    private CodeBlock call(FunctionModel function) {
        CodeBlock.Builder call = CodeBlock.builder().add("(($T) target)", target(function));
        if (function.kind() == Kind.STATIC || function.kind() == Kind.CONSTRUCTOR) {
            call.add(".$N()", accessor(function));
        }
        var arguments = new ArrayList<CodeBlock>();
        for (Parameter parameter : function.parameters()) {
            arguments.add(CodeBlock.of("($T) arguments[$L]", TypeNames.plain(parameter.type()), arguments.size()));
        }
        call.add(".$N($L)", function.method(), CodeBlock.join(arguments, ",$W"));
        return function.result().isPresent()
                ? CodeBlock.of("(target, arguments) -> $L", call.build())
                : CodeBlock.of("(target, arguments) -> {\n$>$L;\nreturn null;\n$<}", call.build());
    }

    private ClassName target(FunctionModel function) {
        return Core.className(function.self()
                .map(ValueType.HandleOf::resource)
                .or(unit::facade)
                .orElseThrow());
    }

    private String accessor(FunctionModel function) {
        return unit.resources().stream()
                .filter(resource -> resource.statics().contains(function))
                .findFirst()
                .flatMap(ResourceModel::accessor)
                .orElseThrow();
    }

    private static CodeBlock present(CodeBlock value) {
        return CodeBlock.of("$T.of($L)", Optional.class, value);
    }

    private static CodeBlock absent() {
        return CodeBlock.of("$T.empty()", Optional.class);
    }
}

package dev.wit4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.FunctionModel;
import dev.wit4j.codegen.model.FunctionModel.Parameter;
import dev.wit4j.codegen.model.TypeModel.ResourceModel;
import dev.wit4j.codegen.model.UnitModel;
import java.util.ArrayList;
import javax.lang.model.element.Modifier;

/** The proxies of a unit: typed calls become calls of an invoker or a handle. */
final class ProxiesEmitter {
    private static final int MOST_IN_LINE = 3;
    private static final String FACADE = "Facade";
    private static final String INVOKER = "invoker";
    private static final String HANDLE = "handle";

    private final UnitModel unit;
    private final CheckExpressions checks;

    private ProxiesEmitter(UnitModel unit, CheckExpressions checks) {
        this.unit = unit;
        this.checks = checks;
    }

    static TypeSpec.Builder emit(UnitModel unit, CheckExpressions checks) {
        return new ProxiesEmitter(unit, checks).emit();
    }

    /** The proxy of a resource. */
    static ClassName proxyName(UnitModel unit, ResourceModel resource) {
        return Core.className(unit.proxies()).nestedClass(resource.name().simpleName() + "Proxy");
    }

    private static String staticsName(ResourceModel resource) {
        return resource.name().simpleName() + "Statics";
    }

    private TypeSpec.Builder emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(unit.proxies().simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("What stands for {@code $L} on the side that calls.\n", unit.witName())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        unit.facade().ifPresent(facade -> {
            type.addMethod(MethodSpec.methodBuilder("over")
                    .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                    .returns(Core.className(facade))
                    .addParameter(Core.INVOKER, INVOKER)
                    .addJavadoc("A proxy that calls {@code invoker}.\n")
                    .addStatement("return new $N($N)", FACADE, INVOKER)
                    .build());
            type.addType(facade(Core.className(facade)));
        });
        for (ResourceModel resource : unit.resources()) {
            if (!resource.statics().isEmpty()) {
                type.addType(statics(resource));
            }
            type.addType(proxy(resource));
        }
        return type;
    }

    private TypeSpec facade(ClassName facade) {
        TypeSpec.Builder type =
                standingOn(FACADE, Core.INVOKER, INVOKER, Modifier.PRIVATE).addSuperinterface(facade);
        unit.freestanding().forEach(function -> type.addMethod(call(function, INVOKER)));
        unit.resources()
                .forEach(resource -> resource.accessor()
                        .ifPresent(accessor -> type.addMethod(MethodSpec.methodBuilder(accessor)
                                .addAnnotation(Override.class)
                                .addModifiers(Modifier.PUBLIC)
                                .returns(Core.className(resource.staticsName()))
                                .addStatement("return new $N($N)", staticsName(resource), INVOKER)
                                .build())));
        return type.build();
    }

    private TypeSpec statics(ResourceModel resource) {
        TypeSpec.Builder type = standingOn(staticsName(resource), Core.INVOKER, INVOKER, Modifier.PRIVATE)
                .addSuperinterface(Core.className(resource.staticsName()));
        resource.statics().forEach(function -> type.addMethod(call(function, INVOKER)));
        return type.build();
    }

    private TypeSpec proxy(ResourceModel resource) {
        TypeSpec.Builder type = standingOn(proxyName(unit, resource).simpleName(), Core.HANDLE, HANDLE)
                .addSuperinterface(Core.className(resource.name()))
                .addSuperinterface(Core.PROXY);
        resource.methods().forEach(function -> type.addMethod(call(function, HANDLE)));
        return type.addMethod(MethodSpec.methodBuilder("handle")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(Core.HANDLE)
                        .addStatement("return $N", HANDLE)
                        .build())
                .addMethod(MethodSpec.methodBuilder("close")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement("$N.close()", HANDLE)
                        .build())
                .build();
    }

    /** A class with one field, which its constructor takes. */
    private static TypeSpec.Builder standingOn(String name, ClassName on, String field, Modifier... access) {
        return TypeSpec.classBuilder(name)
                .addModifiers(access)
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addField(on, field, Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(on, field)
                        .addStatement("this.$N = $N", field, field)
                        .build());
    }

    /** A method that checks its arguments and passes them on. */
    private MethodSpec call(FunctionModel function, String field) {
        var arguments = new ArrayList<CodeBlock>();
        arguments.add(CodecExpressions.qualified(function.constant()));
        function.self().ifPresent(self -> arguments.add(CodeBlock.of("this")));
        for (Parameter parameter : function.parameters()) {
            arguments.add(checks.checked(parameter.type(), parameter.name()));
        }
        boolean isHidden = function.parameters().stream().anyMatch(p -> p.name().equals(field));
        CodeBlock target = CodeBlock.of(isHidden ? "this.$N" : "$N", field);
        CodeBlock list = arguments.size() > MOST_IN_LINE
                ? CodeBlock.of("\n$L", CodeBlock.join(arguments, ",\n"))
                : CodeBlock.join(arguments, ",$W");
        return MethodEmitter.override(function)
                .addStatement(
                        function.result().isPresent()
                                ? CodeBlock.of("return $L.call($L)", target, list)
                                : CodeBlock.of("$L.invoke($L)", target, list))
                .build();
    }
}

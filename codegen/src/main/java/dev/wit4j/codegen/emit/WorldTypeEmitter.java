package dev.wit4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.WorldModel;
import dev.wit4j.codegen.model.WorldModel.Item;
import java.util.List;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/** The nested class that knows a world at run time. */
final class WorldTypeEmitter {
    private final WorldModel world;
    private final ClassName imports;
    private final ClassName exports;
    private final ClassName guest;
    private final TypeName worldType;

    WorldTypeEmitter(WorldModel world, ClassName name) {
        this.world = world;
        this.imports = name.nestedClass("Imports");
        this.exports = name.nestedClass("Exports");
        this.guest = name.nestedClass("Guest");
        this.worldType = worldType(name);
    }

    static ClassName className(ClassName world) {
        return world.nestedClass("Type");
    }

    static TypeName worldType(ClassName world) {
        return ParameterizedTypeName.get(
                Core.WORLD_TYPE,
                world.nestedClass("Imports"),
                world.nestedClass("Guest"),
                world.nestedClass("Exports"));
    }

    TypeSpec emit() {
        return TypeSpec.classBuilder("Type")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .superclass(worldType)
                .addMethod(MethodSpec.constructorBuilder()
                        .addStatement(
                                "super(\n$S,\n$L,\n$L)",
                                world.witName(),
                                items(world.imports()),
                                items(world.exports()))
                        .build())
                .addMethod(proxies("imports", imports, world.imports()))
                .addMethod(target(
                        "imported",
                        imports,
                        "imports",
                        world.imports(),
                        item -> CodeBlock.of("imports.$N()", item.accessor())))
                .addMethod(target("exported", guest, "guest", world.exports(), WorldTypeEmitter::ofGuest))
                .addMethod(proxies("exports", exports, world.exports()))
                .build();
    }

    private static CodeBlock items(List<Item> items) {
        return Lists.of(items.stream()
                .map(item -> CodeBlock.of(
                        "new $T($S, $T.TYPE)",
                        Core.WORLD_TYPE.nestedClass("Item"),
                        item.key(),
                        Core.className(item.unit().functionTable())))
                .toList());
    }

    private static List<Item> callable(List<Item> items) {
        return items.stream().filter(item -> item.facade().isPresent()).toList();
    }

    /** The method that makes a proxy of each item. */
    private static MethodSpec proxies(String method, ClassName of, List<Item> items) {
        MethodSpec.Builder proxies = MethodSpec.methodBuilder(method)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(of)
                .addParameter(
                        ParameterizedTypeName.get(
                                ClassName.get(Function.class), ClassName.get(String.class), Core.INVOKER),
                        "invokers");
        return WorldEmitter.isLarge(items)
                ? madeByBuilder(proxies, of, callable(items))
                : proxies.addStatement("return $L", made(of, callable(items))).build();
    }

    /** One statement after the other: the compilers recur into a chain of calls, and their stack has an end. */
    private static MethodSpec madeByBuilder(MethodSpec.Builder method, ClassName of, List<Item> items) {
        method.addStatement("$T to = new $T()", BuilderEmitter.className(of), BuilderEmitter.className(of));
        items.forEach(item -> method.addStatement("to.$N($L)", item.accessor(), proxy(item)));
        return method.addStatement("return to.build()").build();
    }

    private static CodeBlock made(ClassName of, List<Item> items) {
        String separator = items.size() > 1 ? "\n" : "";
        CodeBlock proxies = items.stream()
                .map(item -> CodeBlock.of("$L$L", separator, proxy(item)))
                .collect(CodeBlock.joining(","));
        return CodeBlock.of("new $T($L)", of, proxies);
    }

    private static CodeBlock proxy(Item item) {
        return CodeBlock.of(
                "$T.over(invokers.apply($S))", Core.className(item.unit().proxies()), item.key());
    }

    /** The method that finds the object behind an item. */
    private static MethodSpec target(
            String method, ClassName from, String variable, List<Item> items, Function<Item, CodeBlock> expression) {
        CodeBlock.Builder cases = CodeBlock.builder().add("return switch (item) {\n$>");
        for (Item item : callable(items)) {
            cases.add("case $S -> $L;\n", item.key(), expression.apply(item));
        }
        CodeBlock found = callable(items).isEmpty()
                ? CodeBlock.of("throw unknown(item);\n")
                : cases.add("default -> throw unknown(item);\n$<};\n").build();
        return MethodSpec.methodBuilder(method)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(Object.class)
                .addParameter(from, variable)
                .addParameter(String.class, "item")
                .addCode(found)
                .build();
    }

    private static CodeBlock ofGuest(Item item) {
        return item.ownFunctions() ? CodeBlock.of("guest") : CodeBlock.of("guest.$N()", item.accessor());
    }
}

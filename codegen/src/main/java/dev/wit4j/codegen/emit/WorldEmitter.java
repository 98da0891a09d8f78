package dev.wit4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.WorldModel;
import dev.wit4j.codegen.model.WorldModel.Item;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The class of a world: what a component gets and implements, and how a host puts the two together. */
final class WorldEmitter {
    private final WorldModel world;
    private final ClassName name;

    private WorldEmitter(WorldModel world) {
        this.world = world;
        this.name = Core.className(world.name());
    }

    static TypeSpec.Builder emit(WorldModel world) {
        return new WorldEmitter(world).emit();
    }

    private TypeSpec.Builder emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(name)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addAnnotations(Javadocs.annotations(world.documentation()))
                .addJavadoc(Javadocs.of(world.documentation()))
                .addField(FieldSpec.builder(WorldTypeEmitter.worldType(name), "TYPE")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The world as it is known at run time.\n")
                        .initializer("new $T()", WorldTypeEmitter.className(name))
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addType(items("Imports", world.imports(), "What the component may call."))
                .addType(guest())
                .addType(factory())
                .addType(items("Exports", world.exports(), "What a host may call of an instance."));
        ownFunctions(world.imports()).forEach(type::addType);
        ownFunctions(world.exports()).forEach(type::addType);
        return type.addType(new WorldTypeEmitter(world, name).emit());
    }

    private static TypeSpec items(String name, List<Item> items, String javadoc) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
        List<Item> callable =
                items.stream().filter(item -> item.facade().isPresent()).toList();
        for (Item item : callable) {
            components.addParameter(facade(item), item.accessor());
            constructor.addStatement("$T.value($N, $S)", Core.CHECKS, item.accessor(), item.accessor());
        }
        TypeSpec.Builder type = TypeSpec.recordBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("$L\n", javadoc)
                .recordConstructor(components.build());
        if (!callable.isEmpty()) {
            type.addMethod(constructor.build());
        }
        return type.build();
    }

    /** What the author of the component implements. */
    private TypeSpec guest() {
        TypeSpec.Builder type = TypeSpec.interfaceBuilder("Guest")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addJavadoc("The component: what its author implements.\n");
        for (Item item : world.exports()) {
            boolean isGuestItself = world.onlyExport().equals(Optional.of(item));
            if (item.ownFunctions()) {
                item.facade().ifPresent(facade -> type.addSuperinterface(Core.className(facade)));
            } else if (isGuestItself) {
                type.addSuperinterface(facade(item));
                type.addMethod(accessor(item)
                        .addModifiers(Modifier.DEFAULT)
                        .addJavadoc("This guest: it exports nothing else.\n")
                        .addStatement("return this")
                        .build());
            } else if (item.facade().isPresent()) {
                type.addMethod(accessor(item)
                        .addModifiers(Modifier.ABSTRACT)
                        .addJavadoc("Implements {@code $L}.\n", item.key())
                        .build());
            }
        }
        return type.build();
    }

    private static MethodSpec.Builder accessor(Item item) {
        return MethodSpec.methodBuilder(item.accessor())
                .addModifiers(Modifier.PUBLIC)
                .returns(facade(item));
    }

    private TypeSpec factory() {
        return TypeSpec.interfaceBuilder("Factory")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addAnnotation(FunctionalInterface.class)
                .addJavadoc("Makes an instance of the component.\n")
                .addMethod(MethodSpec.methodBuilder("create")
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .returns(name.nestedClass("Guest"))
                        .addParameter(name.nestedClass("Imports"), "imports")
                        .addJavadoc("An instance that calls {@code imports}.\n")
                        .build())
                .build();
    }

    private static List<TypeSpec> ownFunctions(List<Item> items) {
        return items.stream()
                .filter(item -> item.ownFunctions() && item.facade().isPresent())
                .map(item -> FacadeEmitter.emit(item.unit())
                        .addModifiers(Modifier.STATIC)
                        .build())
                .toList();
    }

    static ClassName facade(Item item) {
        return Core.className(item.facade().orElseThrow());
    }
}

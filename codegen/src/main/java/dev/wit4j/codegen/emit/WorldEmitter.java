package dev.wit4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.WorldModel;
import dev.wit4j.codegen.model.WorldModel.Item;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The class of a world: what a component gets and implements, and how a host puts the two together. */
final class WorldEmitter {
    private static final int MOST_WITHOUT_BUILDER = 16;

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

    /** Imports or exports as a record; with a builder if there are many, and by a builder alone if there are very many. */
    private TypeSpec items(String simpleName, List<Item> items, String javadoc) {
        ClassName of = name.nestedClass(simpleName);
        List<Member> members = items.stream()
                .filter(item -> item.facade().isPresent())
                .map(WorldEmitter::member)
                .toList();
        TypeSpec.Builder type;
        if (isLarge(items)) {
            type = LargeClassEmitter.emit(of, members).addModifiers(Modifier.STATIC);
        } else {
            type = record(of, members);
            if (members.size() > MOST_WITHOUT_BUILDER) {
                CodeBlock arguments = members.stream()
                        .map(member -> BuilderEmitter.required(CodeBlock.of(""), member))
                        .collect(CodeBlock.joining(",\n"));
                // An imported interface may have the name of the builder, which its package then tells apart.
                type.alwaysQualify(BuilderEmitter.className(of).simpleName())
                        .addMethod(BuilderEmitter.beginning(of, members))
                        .addType(BuilderEmitter.emit(of, members, CodeBlock.of("new $T(\n$L)", of, arguments)));
            }
        }
        return type.addJavadoc("$L\n", javadoc).build();
    }

    private static Member member(Item item) {
        String accessor = item.accessor();
        return new Member(
                facade(item),
                accessor,
                CodeBlock.of("$T.value($N, $S)", Core.CHECKS, accessor, accessor),
                CodeBlock.of("{@code $L}.\n", item.key()));
    }

    private static TypeSpec.Builder record(ClassName of, List<Member> members) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder();
        MethodSpec.Builder constructor = MethodSpec.compactConstructorBuilder().addModifiers(Modifier.PUBLIC);
        for (Member member : members) {
            components.addParameter(member.type(), member.name());
            constructor.addStatement(member.checked());
        }
        TypeSpec.Builder type =
                TypeSpec.recordBuilder(of).addModifiers(Modifier.PUBLIC).recordConstructor(components.build());
        return members.isEmpty() ? type : type.addMethod(constructor.build());
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

    /** Whether there are more items than a constructor can take. */
    static boolean isLarge(List<Item> items) {
        return Member.exceedRecord(items.stream()
                .filter(item -> item.facade().isPresent())
                .map(item -> (TypeName) facade(item))
                .toList());
    }

    static ClassName facade(Item item) {
        return Core.className(item.facade().orElseThrow());
    }
}

package dev.wit4j.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.ExceptionModel;
import dev.wit4j.codegen.model.FunctionModel;
import dev.wit4j.codegen.model.FunctionModel.Failure;
import dev.wit4j.codegen.model.TypeModel;
import dev.wit4j.codegen.model.TypeModel.ResourceModel;
import dev.wit4j.codegen.model.UnitModel;
import dev.wit4j.codegen.model.ValueType;
import dev.wit4j.codegen.model.WorldModel;
import java.util.Collection;
import java.util.stream.Stream;

/** Which warnings a generated class has to keep quiet about: only those that its WIT leads to. */
final class Suppressions {
    private Suppressions() {}

    /** Adds the annotation for the warnings that are {@code expected}. */
    static TypeSpec.Builder add(TypeSpec.Builder type, boolean deprecation, boolean unchecked) {
        if (!deprecation && !unchecked) {
            return type;
        }
        AnnotationSpec.Builder annotation = AnnotationSpec.builder(SuppressWarnings.class);
        if (deprecation) {
            annotation.addMember("value", "$S", "deprecation");
        }
        if (unchecked) {
            annotation.addMember("value", "$S", "unchecked");
        }
        return type.addAnnotation(annotation.build());
    }

    /** Whether the codecs, functions and proxies of a unit name something deprecated. */
    static boolean deprecationIn(UnitModel unit) {
        return unit.documentation().deprecated().isPresent()
                || unit.types().stream().anyMatch(type -> type.isDeprecated() || mention(type.parts()))
                || unit.functions().stream().anyMatch(f -> f.isDeprecated() || mention(f.parts()))
                || unit.exceptions().stream().anyMatch(Suppressions::deprecationIn);
    }

    /** Whether the facade of a unit does. */
    static boolean deprecationInFacade(UnitModel unit) {
        return deprecationIn(unit.freestanding())
                || unit.resources().stream()
                        .anyMatch(resource ->
                                resource.isDeprecated() && !resource.statics().isEmpty());
    }

    static boolean deprecationIn(TypeModel type) {
        return mention(type.parts())
                || type instanceof ResourceModel resource
                        && deprecationIn(Stream.concat(resource.methods().stream(), resource.statics().stream())
                                .toList());
    }

    static boolean deprecationIn(ExceptionModel exception) {
        return exception.error().mentionsDeprecated();
    }

    static boolean deprecationIn(WorldModel world) {
        return Stream.concat(world.imports().stream(), world.exports().stream())
                .anyMatch(item -> item.unit().documentation().deprecated().isPresent()
                        || item.ownFunctions() && deprecationInFacade(item.unit()));
    }

    /** What is deprecated itself may name what is. */
    private static boolean deprecationIn(Collection<FunctionModel> functions) {
        return functions.stream().anyMatch(function -> !function.isDeprecated() && mention(function.parts()));
    }

    private static boolean mention(Collection<ValueType> types) {
        return types.stream().anyMatch(ValueType::mentionsDeprecated);
    }

    /** Whether the table of functions casts to a type with arguments. */
    static boolean uncheckedIn(UnitModel unit) {
        return unit.functions().stream().anyMatch(Suppressions::castsUnchecked);
    }

    private static boolean castsUnchecked(FunctionModel function) {
        return function.parameters().stream().anyMatch(p -> isParameterized(p.type()))
                || function.failure()
                        .flatMap(Failure::error)
                        .filter(Suppressions::isParameterized)
                        .isPresent();
    }

    private static boolean isParameterized(ValueType type) {
        return TypeNames.plain(type) instanceof ParameterizedTypeName;
    }
}

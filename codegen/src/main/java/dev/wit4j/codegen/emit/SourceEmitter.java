package dev.wit4j.codegen.emit;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.ExceptionModel;
import dev.wit4j.codegen.model.TupleModel;
import dev.wit4j.codegen.model.TypeModel;
import dev.wit4j.codegen.model.TypeModel.EnumModel;
import dev.wit4j.codegen.model.TypeModel.FlagsModel;
import dev.wit4j.codegen.model.TypeModel.RecordModel;
import dev.wit4j.codegen.model.TypeModel.ResourceModel;
import dev.wit4j.codegen.model.TypeModel.VariantModel;
import dev.wit4j.codegen.model.UnitModel;
import dev.wit4j.codegen.model.WorldModel;
import dev.wit4j.codegen.name.JavaName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.annotation.processing.Generated;

/** Writes the classes of units and worlds as source files. */
public final class SourceEmitter {
    /**
     * A source file.
     *
     * @param name its class
     * @param contents its text
     */
    public record Source(JavaName name, String contents) {}

    private static final AnnotationSpec GENERATED = AnnotationSpec.builder(Generated.class)
            .addMember("value", "$S", "dev.wit4j.codegen.JavaGenerator")
            .build();

    private final String generator;
    private final Map<String, List<String>> annotations;

    /**
     * An emitter.
     *
     * @param generator who the first line of each file says made it
     * @param annotations the annotations, qualified names, that the classes of types get: by the full WIT name of the unit,
     *     {@code #} and the name of the type
     */
    public SourceEmitter(String generator, Map<String, List<String>> annotations) {
        this.generator = generator;
        this.annotations = annotations;
    }

    /** The class of a world. */
    public Source emit(WorldModel world) {
        TypeSpec.Builder type = WorldEmitter.emit(world);
        return source(world.name(), Suppressions.add(type, Suppressions.deprecationIn(world), false), world.witName());
    }

    /** The classes of a unit. The facade of a world's own functions stands in the class of the world. */
    public List<Source> emit(UnitModel unit) {
        var codecs = CodecExpressions.of(unit);
        var checks = new CheckExpressions(codecs);
        var sources = new ArrayList<Source>();
        unit.facade()
                .filter(facade -> facade.simpleNames().size() == 1)
                .ifPresent(facade -> sources.add(facade(unit, facade)));
        for (TypeModel model : unit.types()) {
            sources.add(type(unit, model, checks));
        }
        for (TupleModel tuple : unit.tuples()) {
            sources.add(source(tuple.name(), TupleEmitter.emit(tuple), unit.witName()));
        }
        for (ExceptionModel exception : unit.exceptions()) {
            TypeSpec.Builder type = new ExceptionEmitter(codecs, checks).emit(exception);
            sources.add(source(
                    exception.name(),
                    Suppressions.add(type, Suppressions.deprecationIn(exception), false),
                    unit.witName()));
        }
        boolean deprecation = Suppressions.deprecationIn(unit);
        if (!unit.constants().isEmpty()) {
            sources.add(supporting(unit, unit.codecs(), CodecsEmitter.emit(unit, codecs), deprecation, false));
        }
        if (unit.hasFunctions()) {
            TypeSpec.Builder table = FunctionsEmitter.emit(unit, codecs);
            sources.add(supporting(unit, unit.functionTable(), table, deprecation, Suppressions.uncheckedIn(unit)));
            sources.add(supporting(unit, unit.proxies(), ProxiesEmitter.emit(unit, checks), deprecation, false));
        }
        return sources;
    }

    private Source facade(UnitModel unit, JavaName name) {
        TypeSpec.Builder type = FacadeEmitter.emit(unit);
        return source(name, Suppressions.add(type, Suppressions.deprecationInFacade(unit), false), unit.witName());
    }

    private Source type(UnitModel unit, TypeModel model, CheckExpressions checks) {
        TypeSpec.Builder type = model.accept(new TypeEmitter(checks));
        String shortName = model.witName().substring(unit.witName().length() + 1);
        annotations
                .getOrDefault(unit.witName() + "#" + shortName, List.of())
                .forEach(annotation -> type.addAnnotation(ClassName.bestGuess(annotation)));
        return source(model.name(), Suppressions.add(type, Suppressions.deprecationIn(model), false), unit.witName());
    }

    private Source supporting(
            UnitModel unit, JavaName name, TypeSpec.Builder type, boolean deprecation, boolean unchecked) {
        return source(name, Suppressions.add(type, deprecation, unchecked), unit.witName());
    }

    private Source source(JavaName name, TypeSpec.Builder type, String wit) {
        TypeSpec marked =
                type.addAnnotation(GENERATED).addAnnotation(Core.NULL_MARKED).build();
        String contents = JavaFile.builder(name.packageName(), marked)
                .addFileComment("Generated by $L from $L. Do not edit.", generator, wit)
                .skipJavaLangImports(true)
                .indent("    ")
                .build()
                .toString();
        return new Source(name, SourceLayout.of(contents));
    }

    /** One emitter per kind of type. */
    private record TypeEmitter(CheckExpressions checks) implements TypeModel.Visitor<TypeSpec.Builder> {
        @Override
        public TypeSpec.Builder visitRecord(RecordModel type) {
            return new RecordEmitter(checks).emit(type);
        }

        @Override
        public TypeSpec.Builder visitVariant(VariantModel type) {
            return new VariantEmitter(checks).emit(type);
        }

        @Override
        public TypeSpec.Builder visitEnum(EnumModel type) {
            if (type.constants().size() > EnumEmitter.LARGEST_ENUM) {
                return EnumEmitter.emitInstances(Core.className(type.name()), type.documentation(), type.constants());
            }
            return EnumEmitter.emit(type.name(), type.documentation(), type.constants());
        }

        @Override
        public TypeSpec.Builder visitFlags(FlagsModel type) {
            return EnumEmitter.emit(type.name(), type.documentation(), type.constants());
        }

        @Override
        public TypeSpec.Builder visitResource(ResourceModel type) {
            return ResourceEmitter.emit(type);
        }
    }
}

package dev.wit4j.codegen.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.wit4j.codegen.model.ConstantName;
import dev.wit4j.codegen.model.TypeModel;
import dev.wit4j.codegen.model.TypeModel.EnumConstant;
import dev.wit4j.codegen.model.TypeModel.EnumModel;
import dev.wit4j.codegen.model.TypeModel.FlagsModel;
import dev.wit4j.codegen.model.TypeModel.RecordModel;
import dev.wit4j.codegen.model.TypeModel.ResourceModel;
import dev.wit4j.codegen.model.TypeModel.VariantModel;
import dev.wit4j.codegen.model.UnitModel;
import dev.wit4j.codegen.model.UnitModel.Constant;
import dev.wit4j.codegen.model.UnitModel.Shape;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** The class that holds the codecs of a unit: a constant per type, each behind those that it is made of. */
final class CodecsEmitter implements TypeModel.Visitor<CodeBlock> {
    private static final int MOST_NAMES_IN_LINE = 100;

    private final UnitModel unit;
    private final CodecExpressions codecs;
    private final TypeSpec.Builder type;

    private CodecsEmitter(UnitModel unit, CodecExpressions codecs) {
        this.unit = unit;
        this.codecs = codecs.inside(unit.codecs());
        this.type = TypeSpec.classBuilder(unit.codecs().simpleName())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("How the values of {@code $L} are written and read.\n", unit.witName())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }

    static TypeSpec.Builder emit(UnitModel unit, CodecExpressions codecs) {
        return new CodecsEmitter(unit, codecs).emit();
    }

    private TypeSpec.Builder emit() {
        for (Constant constant : unit.constants()) {
            if (constant instanceof UnitModel.Shape shape) {
                add(shape);
            } else if (constant instanceof UnitModel.Definition definition) {
                add(definition.type());
            }
        }
        return type;
    }

    private void add(Shape shape) {
        type.addField(FieldSpec.builder(
                        codecOf(TypeNames.boxed(shape.type())), shape.constant().name())
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .initializer(codecs.definition(shape.type()))
                .build());
    }

    private void add(TypeModel model) {
        ClassName name = Core.className(model.name());
        TypeName constantType;
        if (model instanceof ResourceModel) {
            constantType = ParameterizedTypeName.get(Core.RESOURCE_TYPE, name);
        } else if (model instanceof FlagsModel) {
            constantType = codecOf(ParameterizedTypeName.get(ClassName.get(Set.class), name));
        } else {
            constantType = codecOf(name);
        }
        ConstantName constant = model.constant();
        type.addField(FieldSpec.builder(constantType, constant.name())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                .addJavadoc("{@code $L}.\n", model.documentation().signature())
                .initializer(model.accept(this))
                .build());
    }

    static TypeName codecOf(TypeName value) {
        return ParameterizedTypeName.get(Core.VALUE_CODEC, value);
    }

    @Override
    public CodeBlock visitRecord(RecordModel model) {
        return nested(model, new RecordCodecEmitter(codecs).emit(model, codecName(model)));
    }

    @Override
    public CodeBlock visitVariant(VariantModel model) {
        return nested(model, new VariantCodecEmitter(codecs).emit(model, codecName(model)));
    }

    private CodeBlock nested(TypeModel model, TypeSpec codec) {
        type.addType(codec);
        return CodeBlock.of("new $N()", codecName(model));
    }

    private static String codecName(TypeModel model) {
        return model.name().simpleName() + "Codec";
    }

    @Override
    public CodeBlock visitEnum(EnumModel model) {
        ClassName name = Core.className(model.name());
        ClassName info = Core.TYPE_INFO.nestedClass("Enum");
        if (model.constants().size() > EnumEmitter.LARGEST_ENUM) {
            CodeBlock values = inExpression(name);
            return CodeBlock.of(
                    "$T.of(\n$>$>new $T($S, $L.values().stream().map($L::toString).toList()), $L.values(), $L::ordinal)$<$<",
                    Core.ENUM_CODEC,
                    info,
                    model.witName(),
                    values,
                    values,
                    values,
                    values);
        }
        return CodeBlock.of(
                "$T.of(\n$>$>new $T($S,$W$L),\n$T.class$<$<)",
                Core.ENUM_CODEC,
                info,
                model.witName(),
                names(model, model.constants()),
                name);
    }

    /** A class in an expression: where a constant is called as it is, the simple name would mean the constant. */
    private CodeBlock inExpression(ClassName name) {
        boolean isObscured = unit.constants().stream()
                .anyMatch(constant -> constant.constant().name().equals(name.simpleName()));
        return isObscured ? CodeBlock.of("$L", name.canonicalName()) : CodeBlock.of("$T", name);
    }

    @Override
    public CodeBlock visitFlags(FlagsModel model) {
        return CodeBlock.of(
                "$T.of(\n$>$>new $T($S,$W$L),\n$T.class$<$<)",
                Core.FLAGS_CODEC,
                Core.TYPE_INFO.nestedClass("Flags"),
                model.witName(),
                names(model, model.constants()),
                Core.className(model.name()));
    }

    /** The WIT names; many of them in a method of their own, so that they do not fill the initialiser of the class. */
    private CodeBlock names(TypeModel model, List<EnumConstant> constants) {
        CodeBlock names = Lists.inLine(constants.stream()
                .map(constant -> CodeBlock.of("$S", constant.witName()))
                .toList());
        if (constants.size() <= MOST_NAMES_IN_LINE) {
            return names;
        }
        String method = "namesOf" + model.name().simpleName();
        type.addMethod(MethodSpec.methodBuilder(method)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(ParameterizedTypeName.get(List.class, String.class))
                .addStatement("return $L", names)
                .build());
        return CodeBlock.of("$N()", method);
    }

    @Override
    public CodeBlock visitResource(ResourceModel model) {
        return CodeBlock.of(
                "new $T<>(\n$>$>$S, $S, $T.class, $T::new$<$<)",
                Core.RESOURCE_TYPE,
                unit.witName(),
                model.shortName(),
                Core.className(model.name()),
                ProxiesEmitter.proxyName(unit, model));
    }
}

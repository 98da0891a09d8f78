package dev.wit4j.codegen.translate;

import dev.wit4j.codegen.live.Unit;
import dev.wit4j.codegen.model.ConstantName;
import dev.wit4j.codegen.model.Documentation;
import dev.wit4j.codegen.model.FunctionModel;
import dev.wit4j.codegen.model.TypeModel;
import dev.wit4j.codegen.model.TypeModel.Component;
import dev.wit4j.codegen.model.TypeModel.EnumConstant;
import dev.wit4j.codegen.model.TypeModel.VariantCase;
import dev.wit4j.codegen.name.Names;
import dev.wit4j.codegen.name.Names.TypeNames;
import dev.wit4j.parser.model.Case;
import dev.wit4j.parser.model.EnumCase;
import dev.wit4j.parser.model.Field;
import dev.wit4j.parser.model.Flag;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** From the definition of a type to its class; empty for kinds that have none. */
final class DefinitionTranslation implements TypeDefKind.Visitor<Optional<TypeModel>> {
    private final Names names;
    private final TypeTranslation types;
    private final WitText wit;
    private final Unit unit;
    private final TypeId id;
    private final TypeDef definition;
    private final Map<String, FunctionModel> functions;

    DefinitionTranslation(
            Names names,
            TypeTranslation types,
            WitText wit,
            Unit unit,
            TypeId id,
            TypeDef definition,
            Map<String, FunctionModel> functions) {
        this.names = names;
        this.types = types;
        this.wit = wit;
        this.unit = unit;
        this.id = id;
        this.definition = definition;
        this.functions = functions;
    }

    private TypeNames own() {
        return names.type(id);
    }

    private ConstantName constant() {
        return types.constant(id);
    }

    private String witName() {
        return unit.name() + "." + definition.name().orElseThrow();
    }

    private Documentation documentation(String keyword) {
        return DocumentationTranslation.of(
                definition.docs(), definition.stability(), wit.definition(definition, keyword));
    }

    @Override
    public Optional<TypeModel> visitRecord(TypeDefKind.Record kind) {
        var components = new ArrayList<Component>();
        for (int i = 0; i < kind.fields().size(); i++) {
            Field field = kind.fields().get(i);
            components.add(new Component(
                    own().members().get(i),
                    field.name(),
                    types.translate(field.type(), unit.key()),
                    DocumentationTranslation.of(field.docs(), wit.field(field.name(), field.type()))));
        }
        return Optional.of(
                new TypeModel.RecordModel(own().type(), constant(), witName(), documentation("record"), components));
    }

    @Override
    public Optional<TypeModel> visitVariant(TypeDefKind.Variant kind) {
        var cases = new ArrayList<VariantCase>();
        for (int i = 0; i < kind.cases().size(); i++) {
            Case one = kind.cases().get(i);
            cases.add(new VariantCase(
                    own().type().nested(own().members().get(i)),
                    one.name(),
                    types.translate(one.type(), unit.key()),
                    DocumentationTranslation.of(one.docs(), wit.variantCase(one))));
        }
        return Optional.of(
                new TypeModel.VariantModel(own().type(), constant(), witName(), documentation("variant"), cases));
    }

    @Override
    public Optional<TypeModel> visitEnum(TypeDefKind.Enum kind) {
        var constants = new ArrayList<EnumConstant>();
        for (int i = 0; i < kind.cases().size(); i++) {
            EnumCase one = kind.cases().get(i);
            constants.add(new EnumConstant(
                    own().members().get(i), one.name(), DocumentationTranslation.of(one.docs(), one.name())));
        }
        return Optional.of(
                new TypeModel.EnumModel(own().type(), constant(), witName(), documentation("enum"), constants));
    }

    @Override
    public Optional<TypeModel> visitFlags(TypeDefKind.Flags kind) {
        var constants = new ArrayList<EnumConstant>();
        for (int i = 0; i < kind.flags().size(); i++) {
            Flag flag = kind.flags().get(i);
            constants.add(new EnumConstant(
                    own().members().get(i), flag.name(), DocumentationTranslation.of(flag.docs(), flag.name())));
        }
        return Optional.of(
                new TypeModel.FlagsModel(own().type(), constant(), witName(), documentation("flags"), constants));
    }

    @Override
    public Optional<TypeModel> visitResource(TypeDefKind.Resource kind) {
        var methods = new ArrayList<FunctionModel>();
        var statics = new ArrayList<FunctionModel>();
        for (Function function : unit.functionsOf(id)) {
            FunctionModel model = Objects.requireNonNull(functions.get(function.name()));
            (function.kind() instanceof FunctionKind.Method ? methods : statics).add(model);
        }
        return Optional.of(new TypeModel.ResourceModel(
                own().type(),
                constant(),
                witName(),
                documentation("resource"),
                definition.name().orElseThrow(),
                methods,
                statics,
                statics.isEmpty() ? Optional.empty() : Optional.of(names.accessor(id))));
    }

    @Override
    public Optional<TypeModel> visitOwn(TypeDefKind.Own kind) {
        return Optional.empty();
    }

    @Override
    public Optional<TypeModel> visitBorrow(TypeDefKind.Borrow kind) {
        return Optional.empty();
    }

    @Override
    public Optional<TypeModel> visitTuple(TypeDefKind.Tuple kind) {
        return Optional.empty();
    }

    @Override
    public Optional<TypeModel> visitOption(TypeDefKind.Option kind) {
        return Optional.empty();
    }

    @Override
    public Optional<TypeModel> visitResult(TypeDefKind.Result kind) {
        return Optional.empty();
    }

    @Override
    public Optional<TypeModel> visitList(TypeDefKind.List kind) {
        return Optional.empty();
    }

    @Override
    public Optional<TypeModel> visitFixedLengthList(TypeDefKind.FixedLengthList kind) {
        return Optional.empty();
    }

    @Override
    public Optional<TypeModel> visitMap(TypeDefKind.Map kind) {
        return Optional.empty();
    }

    @Override
    public Optional<TypeModel> visitFuture(TypeDefKind.Future kind) {
        return Optional.empty();
    }

    @Override
    public Optional<TypeModel> visitStream(TypeDefKind.Stream kind) {
        return Optional.empty();
    }

    @Override
    public Optional<TypeModel> visitAlias(TypeDefKind.Alias kind) {
        return Optional.empty();
    }
}

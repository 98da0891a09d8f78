package dev.wit4j.codegen.translate;

import dev.wit4j.codegen.live.Unit;
import dev.wit4j.codegen.live.UnitKey;
import dev.wit4j.codegen.model.Documentation;
import dev.wit4j.codegen.model.ExceptionModel;
import dev.wit4j.codegen.model.FunctionModel;
import dev.wit4j.codegen.model.TypeModel;
import dev.wit4j.codegen.model.UnitModel;
import dev.wit4j.codegen.name.Names;
import dev.wit4j.codegen.name.Names.UnitNames;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From a unit to all that is generated for it. */
public final class UnitTranslation {
    private final Resolve resolve;
    private final Names names;
    private final TypeTranslation types;
    private final WitText wit;

    /** A translation of {@code units}, which must hold every unit that they use types of. */
    public UnitTranslation(Resolve resolve, List<Unit> units, Names names) {
        this.resolve = resolve;
        this.names = names;
        this.types = new TypeTranslation(resolve, units, names);
        this.wit = new WitText(resolve);
    }

    /** Everything that is generated for {@code unit}. */
    public UnitModel translate(Unit unit) {
        UnitNames own = names.unit(unit.key());
        Map<String, FunctionModel> functions = functions(unit);
        List<TypeModel> definitions = types(unit, functions);
        List<ExceptionModel> exceptions = exceptions(unit);
        return new UnitModel(
                unit.name(),
                unit.isCallable() ? Optional.of(own.facade()) : Optional.empty(),
                own.codecs(),
                own.functions(),
                own.proxies(),
                documentation(unit),
                definitions,
                names.tuples(unit.key()).stream().map(TypeTranslation::tuple).toList(),
                Constants.of(own.codecs(), definitions, exceptions, functions.values()),
                exceptions,
                List.copyOf(functions.values()));
    }

    private static Documentation documentation(Unit unit) {
        boolean isInterface = unit.key() instanceof UnitKey.OfInterface;
        return DocumentationTranslation.of(
                unit.docs(), unit.stability(), (isInterface ? "interface " : "world ") + unit.shortName());
    }

    private Map<String, FunctionModel> functions(Unit unit) {
        var translation = new FunctionTranslation(resolve, names, types, wit, unit);
        Map<String, FunctionModel> functions = new LinkedHashMap<>();
        unit.functions().forEach(function -> functions.put(function.name(), translation.translate(function)));
        return functions;
    }

    private List<TypeModel> types(Unit unit, Map<String, FunctionModel> functions) {
        return unit.types().stream()
                .flatMap(id -> type(unit, id, functions).stream())
                .toList();
    }

    private Optional<TypeModel> type(Unit unit, TypeId id, Map<String, FunctionModel> functions) {
        TypeDef definition = resolve.type(id);
        return definition.kind().accept(new DefinitionTranslation(names, types, wit, unit, id, definition, functions));
    }

    private List<ExceptionModel> exceptions(Unit unit) {
        return names.exceptions(unit.key()).stream()
                .map(e -> new ExceptionModel(e.name(), types.translate(e.error(), unit.key()), e.wit()))
                .toList();
    }
}

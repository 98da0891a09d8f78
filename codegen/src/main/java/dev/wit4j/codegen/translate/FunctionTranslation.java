package dev.wit4j.codegen.translate;

import dev.wit4j.codegen.live.ErrorType;
import dev.wit4j.codegen.live.Unit;
import dev.wit4j.codegen.model.ConstantName;
import dev.wit4j.codegen.model.FunctionModel;
import dev.wit4j.codegen.model.FunctionModel.Failure;
import dev.wit4j.codegen.model.FunctionModel.Parameter;
import dev.wit4j.codegen.model.ValueType;
import dev.wit4j.codegen.name.Casing;
import dev.wit4j.codegen.name.JavaName;
import dev.wit4j.codegen.name.Names;
import dev.wit4j.codegen.name.Names.FunctionNames;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.Param;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDefKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** From the functions of a unit to their methods. */
final class FunctionTranslation {
    /** The initialiser of a class with more constants nears the limit of a method. */
    private static final int MOST_IN_TABLE = 100;

    private static final String CORE = "dev.wit4j";

    private final Resolve resolve;
    private final Names names;
    private final TypeTranslation types;
    private final WitText wit;
    private final Unit unit;

    FunctionTranslation(Resolve resolve, Names names, TypeTranslation types, WitText wit, Unit unit) {
        this.resolve = resolve;
        this.names = names;
        this.types = types;
        this.wit = wit;
        this.unit = unit;
    }

    /** The class that holds the constant of a function: many functions are spread over several. */
    private JavaName table(Function function) {
        JavaName table = names.unit(unit.key()).functions();
        if (unit.functions().size() <= MOST_IN_TABLE) {
            return table;
        }
        return table.nested("Part" + unit.functions().indexOf(function) / MOST_IN_TABLE);
    }

    FunctionModel translate(Function function) {
        FunctionNames own = names.function(unit.key(), function.name());
        boolean isMethod = function.kind() instanceof FunctionKind.Method;
        Optional<TypeDefKind.Result> fallible = ErrorType.resultOf(resolve, function);
        return new FunctionModel(
                kind(function.kind()),
                function.name(),
                function.kind().async(),
                own.method(),
                new ConstantName(table(function), own.constant()),
                isMethod
                        ? Optional.of((ValueType.HandleOf)
                                translate(function.params().get(0).type()))
                        : Optional.empty(),
                parameters(function, own.parameters(), isMethod ? 1 : 0),
                types.translate(fallible.isPresent() ? fallible.get().ok() : function.result(), unit.key()),
                fallible.map(result -> failure(function, result)),
                DocumentationTranslation.of(function.docs(), function.stability(), wit.function(function)));
    }

    private ValueType translate(Type type) {
        return types.translate(type, unit.key());
    }

    private static FunctionModel.Kind kind(FunctionKind kind) {
        if (kind instanceof FunctionKind.Method) {
            return FunctionModel.Kind.METHOD;
        }
        if (kind instanceof FunctionKind.Static) {
            return FunctionModel.Kind.STATIC;
        }
        return kind instanceof FunctionKind.Constructor
                ? FunctionModel.Kind.CONSTRUCTOR
                : FunctionModel.Kind.FREESTANDING;
    }

    private List<Parameter> parameters(Function function, List<String> javaNames, int first) {
        var parameters = new ArrayList<Parameter>();
        for (int i = 0; i < javaNames.size(); i++) {
            Param param = function.params().get(first + i);
            parameters.add(new Parameter(javaNames.get(i), param.name(), translate(param.type())));
        }
        return parameters;
    }

    private Failure failure(Function function, TypeDefKind.Result result) {
        ErrorType error = ErrorType.of(resolve, function).orElseThrow();
        return new Failure(types.translate(result.err(), unit.key()), exception(function, error));
    }

    private JavaName exception(Function function, ErrorType error) {
        if (error instanceof ErrorType.Absent) {
            return JavaName.of(CORE, "UnitException");
        }
        if (error instanceof ErrorType.Primitive primitive) {
            return JavaName.of(CORE, Casing.upperCamel(primitive.type().wit()) + "Exception");
        }
        return error instanceof ErrorType.Bytes
                ? JavaName.of(CORE, "BytesException")
                : names.thrown(unit.key(), function.name());
    }
}

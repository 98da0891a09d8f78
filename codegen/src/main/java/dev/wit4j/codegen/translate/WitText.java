package dev.wit4j.codegen.translate;

import dev.wit4j.codegen.live.ErrorType;
import dev.wit4j.parser.model.Case;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.Param;
import dev.wit4j.parser.model.PrimitiveType;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import java.util.Optional;
import java.util.stream.Collectors;

/** Items as one line of WIT, for the last line of their Javadoc: the reader sees the contract. */
final class WitText implements TypeDefKind.Visitor<String> {
    private final Resolve resolve;

    WitText(Resolve resolve) {
        this.resolve = resolve;
    }

    /** {@code get: func(key: string) -> option<string>}. */
    String function(Function function) {
        FunctionKind kind = function.kind();
        int first = kind instanceof FunctionKind.Method ? 1 : 0;
        String parameters = function.params().subList(first, function.params().size()).stream()
                .map(this::parameter)
                .collect(Collectors.joining(", ", "(", ")"));
        String result = function.result().map(type -> " -> " + type(type)).orElse("");
        if (kind instanceof FunctionKind.Constructor) {
            boolean fallible = ErrorType.resultOf(resolve, function).isPresent();
            return "constructor" + parameters + (fallible ? result : "");
        }
        return function.itemName() + ": " + (kind instanceof FunctionKind.Static ? "static " : "")
                + (kind.async() ? "async " : "") + "func" + parameters + result;
    }

    private String parameter(Param param) {
        return param.name() + ": " + type(param.type());
    }

    /** {@code key: string}, for a field, and for a case {@code key(string)} or {@code key}. */
    String field(String name, Type type) {
        return name + ": " + type(type);
    }

    String variantCase(Case one) {
        return one.name() + one.type().map(type -> "(" + type(type) + ")").orElse("");
    }

    /** The keyword and the name of a definition. */
    String definition(TypeDef type, String keyword) {
        return keyword + " " + type.name().orElseThrow();
    }

    private String type(Type type) {
        if (type instanceof PrimitiveType primitive) {
            return primitive.wit();
        }
        TypeDef definition = resolve.type((TypeId) type);
        return definition.name().orElseGet(() -> definition.kind().accept(this));
    }

    private String absent(Optional<Type> type) {
        return type.map(this::type).orElse("_");
    }

    private String of(String constructor, Optional<Type> type) {
        return constructor + type.map(t -> "<" + type(t) + ">").orElse("");
    }

    @Override
    public String visitRecord(TypeDefKind.Record kind) {
        return "record";
    }

    @Override
    public String visitResource(TypeDefKind.Resource kind) {
        return "resource";
    }

    @Override
    public String visitOwn(TypeDefKind.Own kind) {
        return type(kind.resource());
    }

    @Override
    public String visitBorrow(TypeDefKind.Borrow kind) {
        return "borrow<" + type(kind.resource()) + ">";
    }

    @Override
    public String visitFlags(TypeDefKind.Flags kind) {
        return "flags";
    }

    @Override
    public String visitTuple(TypeDefKind.Tuple kind) {
        return kind.types().stream().map(this::type).collect(Collectors.joining(", ", "tuple<", ">"));
    }

    @Override
    public String visitVariant(TypeDefKind.Variant kind) {
        return "variant";
    }

    @Override
    public String visitEnum(TypeDefKind.Enum kind) {
        return "enum";
    }

    @Override
    public String visitOption(TypeDefKind.Option kind) {
        return "option<" + type(kind.type()) + ">";
    }

    @Override
    public String visitResult(TypeDefKind.Result kind) {
        if (kind.ok().isEmpty() && kind.err().isEmpty()) {
            return "result";
        }
        return "result<" + absent(kind.ok())
                + kind.err().map(type -> ", " + type(type)).orElse("") + ">";
    }

    @Override
    public String visitList(TypeDefKind.List kind) {
        return "list<" + type(kind.element()) + ">";
    }

    @Override
    public String visitFixedLengthList(TypeDefKind.FixedLengthList kind) {
        return "list<" + type(kind.element()) + ", " + Integer.toUnsignedString(kind.size()) + ">";
    }

    @Override
    public String visitMap(TypeDefKind.Map kind) {
        return "map<" + type(kind.key()) + ", " + type(kind.value()) + ">";
    }

    @Override
    public String visitFuture(TypeDefKind.Future kind) {
        return of("future", kind.payload());
    }

    @Override
    public String visitStream(TypeDefKind.Stream kind) {
        return of("stream", kind.payload());
    }

    @Override
    public String visitAlias(TypeDefKind.Alias kind) {
        return type(kind.type());
    }
}

package dev.wit4j.parser.syntax;

import dev.wit4j.parser.ast.DocComment;
import dev.wit4j.parser.ast.FunctionDeclaration;
import dev.wit4j.parser.ast.FunctionType;
import dev.wit4j.parser.ast.Gate;
import dev.wit4j.parser.ast.Identifier;
import dev.wit4j.parser.ast.ResourceFunction;
import dev.wit4j.parser.ast.TypeBody;
import dev.wit4j.parser.ast.TypeDeclaration;
import dev.wit4j.parser.ast.TypeExpression;
import dev.wit4j.parser.model.PrimitiveType;
import dev.wit4j.parser.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;

/** From the tree of a file without errors to its AST: types and functions. */
final class TypeBuilder {
    private static final Map<String, PrimitiveType> PRIMITIVES = new HashMap<>();

    static {
        for (PrimitiveType type : PrimitiveType.values()) {
            PRIMITIVES.put(type.wit(), type);
        }
    }

    private final TokenBuffer tokens;
    private final AstBuilder items;

    TypeBuilder(TokenBuffer tokens, AstBuilder items) {
        this.tokens = tokens;
        this.items = items;
    }

    TypeDeclaration declaration(Optional<DocComment> docs, List<Gate> gates, WitGrammar.TypeItemContext item) {
        if (item.aliasItem() != null) {
            TypeBody alias = new TypeBody.Alias(type(item.aliasItem().type()));
            return new TypeDeclaration(docs, gates, items.id(item.aliasItem().id()), alias);
        }
        if (item.recordItem() != null) {
            return new TypeDeclaration(docs, gates, items.id(item.recordItem().id()), record(item.recordItem()));
        }
        if (item.flagsItem() != null) {
            List<TypeBody.Member> flags = new ArrayList<>();
            for (WitGrammar.FlagContext flag : item.flagsItem().flag()) {
                flags.add(member(flag.id()));
            }
            return new TypeDeclaration(docs, gates, items.id(item.flagsItem().id()), new TypeBody.FlagsBody(flags));
        }
        if (item.variantItem() != null) {
            return new TypeDeclaration(docs, gates, items.id(item.variantItem().id()), variant(item.variantItem()));
        }
        if (item.enumItem() != null) {
            List<TypeBody.Member> cases = new ArrayList<>();
            for (WitGrammar.EnumCaseContext enumCase : item.enumItem().enumCase()) {
                cases.add(member(enumCase.id()));
            }
            return new TypeDeclaration(docs, gates, items.id(item.enumItem().id()), new TypeBody.EnumBody(cases));
        }
        return new TypeDeclaration(docs, gates, items.id(item.resourceItem().id()), resource(item.resourceItem()));
    }

    private TypeBody record(WitGrammar.RecordItemContext item) {
        List<TypeBody.Field> fields = new ArrayList<>();
        for (WitGrammar.FieldContext field : item.field()) {
            fields.add(
                    new TypeBody.Field(tokens.docsBefore(field.getStart()), items.id(field.id()), type(field.type())));
        }
        return new TypeBody.RecordBody(fields);
    }

    private TypeBody variant(WitGrammar.VariantItemContext item) {
        List<TypeBody.VariantCase> cases = new ArrayList<>();
        for (WitGrammar.VariantCaseContext variantCase : item.variantCase()) {
            cases.add(new TypeBody.VariantCase(
                    tokens.docsBefore(variantCase.getStart()),
                    items.id(variantCase.id()),
                    optionalType(variantCase.type())));
        }
        return new TypeBody.VariantBody(cases);
    }

    private TypeBody resource(WitGrammar.ResourceItemContext item) {
        List<ResourceFunction> functions = new ArrayList<>();
        for (WitGrammar.ResourceMemberContext member : item.resourceMember()) {
            functions.add(resourceFunction(member));
        }
        return new TypeBody.ResourceBody(functions);
    }

    private TypeBody.Member member(WitGrammar.IdContext id) {
        return new TypeBody.Member(tokens.docsBefore(id.getStart()), items.id(id));
    }

    private ResourceFunction resourceFunction(WitGrammar.ResourceMemberContext member) {
        Optional<DocComment> docs = tokens.docsBefore(member.getStart());
        List<Gate> gates = items.gates(member.gate());
        if (member.resourceConstructor() != null) {
            WitGrammar.ResourceConstructorContext constructor = member.resourceConstructor();
            Span keyword = tokens.span(constructor.getStart());
            FunctionType type = new FunctionType(
                    false, parameters(constructor.parameters()), result(constructor.functionResult()), keyword);
            return new ResourceFunction.Constructor(
                    new FunctionDeclaration(docs, gates, new Identifier("constructor", keyword), type));
        }
        WitGrammar.ResourceFunctionContext function = member.resourceFunction();
        FunctionDeclaration declaration =
                new FunctionDeclaration(docs, gates, items.id(function.id()), functionType(function.functionType()));
        return function.STATIC() == null
                ? new ResourceFunction.Method(declaration)
                : new ResourceFunction.Static(declaration);
    }

    FunctionDeclaration function(
            Optional<DocComment> docs, List<Gate> gates, WitGrammar.NamedFunctionContext function) {
        return new FunctionDeclaration(docs, gates, items.id(function.id()), functionType(function.functionType()));
    }

    FunctionType functionType(WitGrammar.FunctionTypeContext type) {
        return new FunctionType(
                type.ASYNC() != null,
                parameters(type.parameters()),
                result(type.functionResult()),
                tokens.span(type.FUNC().getSymbol()));
    }

    private List<FunctionType.Parameter> parameters(WitGrammar.ParametersContext parameters) {
        List<FunctionType.Parameter> list = new ArrayList<>();
        for (WitGrammar.ParameterContext parameter : parameters.parameter()) {
            list.add(new FunctionType.Parameter(items.id(parameter.id()), type(parameter.type())));
        }
        return list;
    }

    /** {@code -> ()} is no result. */
    private Optional<TypeExpression> result(WitGrammar.@Nullable FunctionResultContext result) {
        return result == null ? Optional.empty() : optionalType(result.type());
    }

    private Optional<TypeExpression> optionalType(WitGrammar.@Nullable TypeContext type) {
        return type == null ? Optional.empty() : Optional.of(type(type));
    }

    private TypeExpression type(WitGrammar.TypeContext type) {
        Token start = type.getStart();
        Span span = tokens.span(start);
        return switch (start.getType()) {
            case WitLexer.LIST -> list(type, span);
            case WitLexer.MAP -> new TypeExpression.MapOf(type(type.type(0)), type(type.type(1)), span);
            case WitLexer.TUPLE -> new TypeExpression.TupleOf(inner(type), span);
            case WitLexer.OPTION -> new TypeExpression.OptionOf(type(type.type(0)), span);
            case WitLexer.RESULT -> result(type, span);
            case WitLexer.FUTURE -> new TypeExpression.FutureOf(optionalType(type.type(0)), span);
            case WitLexer.STREAM -> new TypeExpression.StreamOf(optionalType(type.type(0)), span);
            case WitLexer.OWN -> new TypeExpression.Own(items.id(type.id()));
            case WitLexer.BORROW -> new TypeExpression.Borrow(items.id(type.id()));
            case WitLexer.ID, WitLexer.EXPLICIT_ID -> new TypeExpression.Named(items.id(type.id()));
            default -> primitive(start, span);
        };
    }

    private static TypeExpression primitive(Token keyword, Span span) {
        PrimitiveType type = PRIMITIVES.get(keyword.getText());
        if (type == null) {
            throw new IllegalStateException("the grammar lets `" + keyword.getText() + "` begin a type");
        }
        return new TypeExpression.Primitive(type, span);
    }

    private TypeExpression list(WitGrammar.TypeContext type, Span span) {
        TypeExpression element = type(type.type(0));
        return type.INTEGER() == null
                ? new TypeExpression.ListOf(element, span)
                : new TypeExpression.FixedLengthListOf(
                        element, Integer.parseUnsignedInt(type.INTEGER().getText()), span);
    }

    private TypeExpression result(WitGrammar.TypeContext type, Span span) {
        List<TypeExpression> sides = inner(type);
        if (type.UNDERSCORE() != null) {
            return new TypeExpression.ResultOf(Optional.empty(), Optional.of(sides.get(0)), span);
        }
        return new TypeExpression.ResultOf(
                sides.isEmpty() ? Optional.empty() : Optional.of(sides.get(0)),
                sides.size() < 2 ? Optional.empty() : Optional.of(sides.get(1)),
                span);
    }

    private List<TypeExpression> inner(WitGrammar.TypeContext type) {
        List<TypeExpression> inner = new ArrayList<>();
        for (WitGrammar.TypeContext part : type.type()) {
            inner.add(type(part));
        }
        return inner;
    }
}

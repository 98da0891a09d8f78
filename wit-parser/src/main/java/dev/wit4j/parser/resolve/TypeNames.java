package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.Identifier;
import dev.wit4j.parser.ast.TypeBody;
import dev.wit4j.parser.ast.TypeExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The names of types in a type: what has to be resolved before it. */
final class TypeNames {
    private final List<Identifier> names = new ArrayList<>();

    private TypeNames() {}

    static List<Identifier> in(TypeBody body) {
        TypeNames found = new TypeNames();
        if (body instanceof TypeBody.Alias alias) {
            found.visit(alias.type());
        } else if (body instanceof TypeBody.RecordBody fields) {
            for (TypeBody.Field field : fields.fields()) {
                found.visit(field.type());
            }
        } else if (body instanceof TypeBody.VariantBody variant) {
            for (TypeBody.VariantCase oneOf : variant.cases()) {
                found.visit(oneOf.payload());
            }
        }
        return found.names;
    }

    private void visit(Optional<TypeExpression> type) {
        if (type.isPresent()) {
            visit(type.get());
        }
    }

    private void visit(TypeExpression type) {
        if (type instanceof TypeExpression.Named named) {
            names.add(named.name());
        } else if (type instanceof TypeExpression.Own own) {
            names.add(own.resource());
        } else if (type instanceof TypeExpression.Borrow borrow) {
            names.add(borrow.resource());
        } else if (type instanceof TypeExpression.ListOf list) {
            visit(list.element());
        } else if (type instanceof TypeExpression.FixedLengthListOf list) {
            visit(list.element());
        } else if (type instanceof TypeExpression.MapOf map) {
            visit(map.key());
            visit(map.value());
        } else if (type instanceof TypeExpression.TupleOf tuple) {
            for (TypeExpression each : tuple.types()) {
                visit(each);
            }
        } else if (type instanceof TypeExpression.OptionOf option) {
            visit(option.type());
        } else if (type instanceof TypeExpression.ResultOf result) {
            visit(result.ok());
            visit(result.err());
        } else if (type instanceof TypeExpression.FutureOf future) {
            visit(future.payload());
        } else if (type instanceof TypeExpression.StreamOf stream) {
            visit(stream.payload());
        }
    }
}

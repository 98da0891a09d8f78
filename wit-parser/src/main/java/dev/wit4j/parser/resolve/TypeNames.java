package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.Identifier;
import dev.wit4j.parser.ast.TypeBody;
import dev.wit4j.parser.ast.TypeExpression;
import java.util.ArrayList;
import java.util.List;

/** The names of types in a type: what has to be resolved before it. */
final class TypeNames {
    private final List<Identifier> names = new ArrayList<>();

    private TypeNames() {}

    static List<Identifier> in(TypeBody body) {
        TypeNames found = new TypeNames();
        if (body instanceof TypeBody.Alias alias) {
            found.visit(alias.type());
        } else if (body instanceof TypeBody.RecordBody fields) {
            fields.fields().forEach(field -> found.visit(field.type()));
        } else if (body instanceof TypeBody.VariantBody variant) {
            variant.cases().forEach(oneOf -> oneOf.payload().ifPresent(found::visit));
        }
        return found.names;
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
            tuple.types().forEach(this::visit);
        } else if (type instanceof TypeExpression.OptionOf option) {
            visit(option.type());
        } else if (type instanceof TypeExpression.ResultOf result) {
            result.ok().ifPresent(this::visit);
            result.err().ifPresent(this::visit);
        } else if (type instanceof TypeExpression.FutureOf future) {
            future.payload().ifPresent(this::visit);
        } else if (type instanceof TypeExpression.StreamOf stream) {
            stream.payload().ifPresent(this::visit);
        }
    }
}

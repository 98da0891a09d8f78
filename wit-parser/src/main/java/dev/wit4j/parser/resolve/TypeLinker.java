package dev.wit4j.parser.resolve;

import dev.wit4j.parser.model.Field;
import dev.wit4j.parser.model.KindMapper;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Puts the types of one package into the model; a resource used by its bare name becomes an {@code own} of it. */
final class TypeLinker {
    private final ModelBuilder model;
    private final IdMap ids;
    private final Map<TypeId, TypeId> owns = new HashMap<>();

    TypeLinker(ModelBuilder model, IdMap ids) {
        this.model = model;
        this.ids = ids;
    }

    /** The place of the type in the model. */
    TypeId link(TypeDef type) {
        return model.add(type.withKind(type.kind().accept(new Mapper(type.span()))));
    }

    /** The type where a value of it is meant. */
    Type value(Type type, Span span) {
        if (!(type instanceof TypeId draft)) {
            return type;
        }
        TypeId id = ids.type(draft, span);
        if (!model.isResource(id)) {
            return id;
        }
        TypeId known = owns.get(id);
        if (known == null) {
            known = model.add(new TypeDef(
                    Optional.empty(),
                    new TypeDefKind.Own(id),
                    TypeOwner.NONE,
                    Optional.empty(),
                    Stability.UNKNOWN,
                    Optional.empty(),
                    Span.NONE));
            owns.put(id, known);
        }
        return known;
    }

    /** The type itself, a resource included. */
    TypeId type(TypeId draft, Span span) {
        return ids.type(draft, span);
    }

    private final class Mapper extends KindMapper {
        private final Span span;

        Mapper(Span span) {
            this.span = span;
        }

        @Override
        protected Type part(Type type) {
            return value(type, span);
        }

        @Override
        protected Type field(Field field) {
            return value(field.type(), field.span());
        }

        @Override
        protected TypeId resource(TypeId resource) {
            return type(resource, span);
        }

        /** {@code type a = b} of a resource is both the resource and a handle to it, so it stays as it is. */
        @Override
        protected Type aliased(Type type) {
            return type instanceof TypeId id ? type(id, span) : type;
        }
    }
}

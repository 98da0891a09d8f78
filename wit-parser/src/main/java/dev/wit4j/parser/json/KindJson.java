package dev.wit4j.parser.json;

import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.PrimitiveType;
import dev.wit4j.parser.model.Type;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.TypeId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes what a type is. */
final class KindJson implements TypeDefKind.Visitor<JsonText> {
    private final JsonText json;

    KindJson(JsonText json) {
        this.json = json;
    }

    void type(Type type) {
        if (type instanceof PrimitiveType primitive) {
            json.string(primitive.wit());
        } else if (type instanceof TypeId id) {
            json.number(id.index());
        }
    }

    private void optionalType(Optional<Type> type) {
        type.ifPresentOrElse(this::type, json::nothing);
    }

    private JsonText member(String key, Runnable value) {
        json.beginObject().key(key);
        value.run();
        return json.endObject();
    }

    private <M> void list(String key, List<M> members, Consumer<M> writer) {
        json.beginObject().key(key).beginArray();
        members.forEach(member -> {
            json.beginObject();
            writer.accept(member);
            json.endObject();
        });
        json.endArray().endObject();
    }

    private void docs(Optional<Docs> docs) {
        docs.ifPresent(present -> json.key("docs")
                .beginObject()
                .key("contents")
                .string(present.contents())
                .endObject());
    }

    @Override
    public JsonText visitRecord(TypeDefKind.Record kind) {
        return member(
                "record",
                () -> list("fields", kind.fields(), field -> {
                    json.key("name").string(field.name()).key("type");
                    type(field.type());
                    docs(field.docs());
                }));
    }

    @Override
    public JsonText visitResource(TypeDefKind.Resource kind) {
        return json.string("resource");
    }

    @Override
    public JsonText visitOwn(TypeDefKind.Own kind) {
        return member("handle", () -> member("own", () -> type(kind.resource())));
    }

    @Override
    public JsonText visitBorrow(TypeDefKind.Borrow kind) {
        return member("handle", () -> member("borrow", () -> type(kind.resource())));
    }

    @Override
    public JsonText visitFlags(TypeDefKind.Flags kind) {
        return member(
                "flags",
                () -> list("flags", kind.flags(), flag -> {
                    json.key("name").string(flag.name());
                    docs(flag.docs());
                }));
    }

    @Override
    public JsonText visitTuple(TypeDefKind.Tuple kind) {
        return member("tuple", () -> {
            json.beginObject().key("types").beginArray();
            kind.types().forEach(this::type);
            json.endArray().endObject();
        });
    }

    @Override
    public JsonText visitVariant(TypeDefKind.Variant kind) {
        return member(
                "variant",
                () -> list("cases", kind.cases(), oneOf -> {
                    json.key("name").string(oneOf.name()).key("type");
                    optionalType(oneOf.type());
                    docs(oneOf.docs());
                }));
    }

    @Override
    public JsonText visitEnum(TypeDefKind.Enum kind) {
        return member(
                "enum",
                () -> list("cases", kind.cases(), oneOf -> {
                    json.key("name").string(oneOf.name());
                    docs(oneOf.docs());
                }));
    }

    @Override
    public JsonText visitOption(TypeDefKind.Option kind) {
        return member("option", () -> type(kind.type()));
    }

    @Override
    public JsonText visitResult(TypeDefKind.Result kind) {
        return member("result", () -> {
            json.beginObject().key("ok");
            optionalType(kind.ok());
            json.key("err");
            optionalType(kind.err());
            json.endObject();
        });
    }

    @Override
    public JsonText visitList(TypeDefKind.List kind) {
        return member("list", () -> type(kind.element()));
    }

    @Override
    public JsonText visitFixedLengthList(TypeDefKind.FixedLengthList kind) {
        return member("fixed-length-list", () -> {
            json.beginArray();
            type(kind.element());
            json.number(Integer.toUnsignedLong(kind.size())).endArray();
        });
    }

    @Override
    public JsonText visitMap(TypeDefKind.Map kind) {
        return member("map", () -> {
            json.beginArray();
            type(kind.key());
            type(kind.value());
            json.endArray();
        });
    }

    @Override
    public JsonText visitFuture(TypeDefKind.Future kind) {
        return member("future", () -> optionalType(kind.payload()));
    }

    @Override
    public JsonText visitStream(TypeDefKind.Stream kind) {
        return member("stream", () -> optionalType(kind.payload()));
    }

    @Override
    public JsonText visitAlias(TypeDefKind.Alias kind) {
        return member("type", () -> type(kind.type()));
    }
}

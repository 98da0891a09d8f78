package dev.wit4j.parser.transform;

import dev.wit4j.parser.model.TypeDefKind;

/** How messages call kinds of types. */
final class KindNames implements TypeDefKind.Visitor<String> {
    static final KindNames INSTANCE = new KindNames();

    private KindNames() {}

    @Override
    public String visitRecord(TypeDefKind.Record kind) {
        return "a record";
    }

    @Override
    public String visitResource(TypeDefKind.Resource kind) {
        return "a resource";
    }

    @Override
    public String visitOwn(TypeDefKind.Own kind) {
        return "an owned handle";
    }

    @Override
    public String visitBorrow(TypeDefKind.Borrow kind) {
        return "a borrowed handle";
    }

    @Override
    public String visitFlags(TypeDefKind.Flags kind) {
        return "a flags type";
    }

    @Override
    public String visitTuple(TypeDefKind.Tuple kind) {
        return "a tuple";
    }

    @Override
    public String visitVariant(TypeDefKind.Variant kind) {
        return "a variant";
    }

    @Override
    public String visitEnum(TypeDefKind.Enum kind) {
        return "an enum";
    }

    @Override
    public String visitOption(TypeDefKind.Option kind) {
        return "an option";
    }

    @Override
    public String visitResult(TypeDefKind.Result kind) {
        return "a result";
    }

    @Override
    public String visitList(TypeDefKind.List kind) {
        return "a list";
    }

    @Override
    public String visitFixedLengthList(TypeDefKind.FixedLengthList kind) {
        return "a list of fixed length";
    }

    @Override
    public String visitMap(TypeDefKind.Map kind) {
        return "a map";
    }

    @Override
    public String visitFuture(TypeDefKind.Future kind) {
        return "a future";
    }

    @Override
    public String visitStream(TypeDefKind.Stream kind) {
        return "a stream";
    }

    @Override
    public String visitAlias(TypeDefKind.Alias kind) {
        return "another name for a type";
    }
}

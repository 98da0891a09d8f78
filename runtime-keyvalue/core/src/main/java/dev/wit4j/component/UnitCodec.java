package dev.wit4j.component;

import dev.wit4j.Unit;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;
import java.util.List;

/** The codec of the value that says nothing: a tuple without members. Where it stands for what is absent, nothing is written. */
enum UnitCodec implements ValueCodec<Unit> {
    INSTANCE;

    private static final TypeInfo.Tuple TYPE = new TypeInfo.Tuple(List.of());

    @Override
    public TypeInfo type() {
        return TYPE;
    }

    @Override
    public void write(ValueWriter out, Unit value) {
        out.beginTuple(TYPE);
        out.endTuple();
    }

    @Override
    public Unit read(ValueReader in) {
        in.beginTuple(TYPE);
        in.endTuple();
        return Unit.VALUE;
    }
}

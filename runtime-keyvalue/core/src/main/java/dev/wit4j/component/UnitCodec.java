package dev.wit4j.component;

import dev.wit4j.Unit;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;
import java.util.List;

/** The codec of what is not there: no event at all. */
enum UnitCodec implements ValueCodec<Unit> {
    INSTANCE;

    private static final TypeInfo TYPE = new TypeInfo.Tuple(List.of());

    @Override
    public TypeInfo type() {
        return TYPE;
    }

    @Override
    public void write(ValueWriter out, Unit value) {}

    @Override
    public Unit read(ValueReader in) {
        return Unit.VALUE;
    }
}

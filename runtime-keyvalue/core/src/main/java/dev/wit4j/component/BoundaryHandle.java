package dev.wit4j.component;

import dev.wit4j.value.TypeInfo;
import org.jspecify.annotations.Nullable;

/** The handle that a proxy stands on: an entry of the table of one side, and what that side calls the other by. */
final class BoundaryHandle implements Handle {
    private final HandleTable table;
    private final HandleTable.Entry entry;
    private final Invoker invoker;

    BoundaryHandle(HandleTable table, HandleTable.Entry entry, Invoker invoker) {
        this.table = table;
        this.entry = entry;
        this.invoker = invoker;
    }

    /** The table that it is an entry of: who holds the same object holds the handle. */
    HandleTable table() {
        return table;
    }

    HandleTable.Entry entry() {
        return entry;
    }

    @Override
    public TypeInfo.Reference type() {
        return (entry.own() ? entry.type().own() : entry.type().borrow()).type();
    }

    /** Whether the handle may be used is asked where the call crosses the boundary, as for every other argument. */
    @Override
    public @Nullable Object invoke(FunctionType function, Object... arguments) {
        return invoker.invoke(function, arguments);
    }

    @Override
    public void close() {
        if (entry.state() != HandleTable.State.OPEN) {
            return;
        }
        FunctionType drop = entry.type().drop();
        if (entry.own()) {
            invoker.invoke(drop, entry.type().proxy(this));
        } else {
            table.remove(entry, HandleTable.State.CLOSED, drop);
        }
    }
}

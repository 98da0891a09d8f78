package dev.wit4j.keyvalue;

import dev.wit4j.Bytes;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.WorldType;
import dev.wit4j.journal.BucketChange;
import dev.wit4j.runtime.ChangeHandler;
import dev.wit4j.runtime.ComponentDefinition;
import dev.wit4j.runtime.SavedResource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The interface by which a component hears of changes, {@code handle-watch} or {@code watcher}: both have the same two functions,
 * and differ in how they give the value.
 *
 * @param item what the component exports it as
 * @param onSet its function for a key that was set
 * @param onDelete its function for a key that was removed
 */
record WatcherExport(String item, FunctionType onSet, FunctionType onDelete) implements ChangeHandler {
    private static final Set<String> INTERFACES = Set.of(
            "wasi:keyvalue/handle-watch",
            "wasi:keyvalue/handle-watch@0.1.0",
            "wasi:keyvalue/watcher@0.2.0-draft",
            "wasi:keyvalue/watcher@0.2.0-draft2");

    private static final int VALUE = 2;

    /** The one that {@code component} exports, if it exports one; of several the first. */
    static Optional<WatcherExport> of(ComponentDefinition component) {
        return component.exports().stream()
                .filter(item -> INTERFACES.contains(item.type().name()))
                .findFirst()
                .map(item -> new WatcherExport(item.name(), function(item, "on-set"), function(item, "on-delete")));
    }

    private static FunctionType function(WorldType.Item item, String name) {
        return item.type().functions().stream()
                .filter(function -> function.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(item.name() + " has no function " + name));
    }

    @Override
    public Call of(BucketChange change) {
        SavedResource bucket = new SavedResource(Bytes.utf8(change.bucket()));
        return change.value()
                .map(value -> new Call(item, onSet, List.of(bucket, change.key(), value(value))))
                .orElseGet(() -> new Call(item, onDelete, List.of(bucket, change.key())));
    }

    private Object value(Bytes value) {
        return onSet.parameters().get(VALUE).codec().hasHandles() ? new SavedResource(value) : value;
    }
}

package dev.wit4j.runtime;

import dev.wit4j.component.FunctionType;
import dev.wit4j.journal.BucketChange;
import java.util.List;

/** How a component hears of the changes of buckets: by a function that it exports. Safe to share between threads. */
@FunctionalInterface
public interface ChangeHandler {
    /** The call by which it hears of {@code change}: the same whenever it is asked. */
    Call of(BucketChange change);

    /**
     * A call of an exported function.
     *
     * @param item the exported item
     * @param function one of its functions
     * @param arguments one per parameter, a {@link SavedResource} for each resource that the host implements
     */
    record Call(String item, FunctionType function, List<Object> arguments) {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }
}

package dev.wit4j.runtime;

import dev.wit4j.component.Invoker;
import dev.wit4j.component.WorldType;
import java.util.List;
import java.util.function.Function;

/**
 * A component as the worker knows it: what it imports and exports, and how to make an instance of it. A Java guest is one kind
 * of component ({@link JavaComponent}); whatever can be called with the values of a {@link dev.wit4j.component.FunctionType}
 * is another. Safe to share between threads.
 */
public interface ComponentDefinition {
    /** The name that its workers carry; it is written into the store, and stays the same over the component's versions. */
    String name();

    /** What it imports. */
    List<WorldType.Item> imports();

    /** What it exports. */
    List<WorldType.Item> exports();

    /**
     * An instance in its first state.
     *
     * @param imports what it calls its imports by, by the name of the item
     */
    Instance instantiate(Function<String, Invoker> imports);
}

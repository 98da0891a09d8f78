package dev.wit4j.component;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * A world as it is known at run time: what it imports and exports, and how the typed objects of generated code are put
 * together and taken apart. Generated code makes one of each world, the constant {@code TYPE} of its class.
 *
 * @param <I> the imports, as the component gets them and a host may supply them
 * @param <G> the guest: what the author of the component implements
 * @param <E> the exports, as a host calls them
 */
public abstract class WorldType<I, G, E> {
    /**
     * What a world imports or exports.
     *
     * @param name what the world knows it by: the full name of an interface, a label, the name of an inline interface, or for
     *     the functions of the world itself the full name of the world
     * @param type the functions
     */
    public record Item(String name, InterfaceType type) {}

    private final String name;
    private final List<Item> imports;
    private final List<Item> exports;

    /**
     * A world.
     *
     * @param name its full name, {@code golem:examples/key-value-example}
     * @param imports what it imports, those with nothing but types left out
     * @param exports what it exports, likewise
     */
    protected WorldType(String name, List<Item> imports, List<Item> exports) {
        this.name = name;
        this.imports = List.copyOf(imports);
        this.exports = List.copyOf(exports);
    }

    /** Its full name, {@code golem:examples/key-value-example}. */
    public final String name() {
        return name;
    }

    /** What it imports, in the order of the world. */
    public final List<Item> imports() {
        return imports;
    }

    /** What it exports, in the order of the world. */
    public final List<Item> exports() {
        return exports;
    }

    /**
     * The imports of an instance, as proxies.
     *
     * @param invokers what the proxies of an imported item call, by its name; asked once for each item that has a function
     */
    public abstract I imports(Function<String, Invoker> invokers);

    /**
     * The object that implements the functions of an imported item, to call them on.
     *
     * @throws NoSuchElementException if the world imports no functions by this name
     */
    public abstract Object imported(I imports, String item);

    /**
     * The object that implements the functions of an exported item, to call them on.
     *
     * @throws NoSuchElementException if the world exports no functions by this name
     */
    public abstract Object exported(G guest, String item);

    /**
     * The exports of an instance, as proxies.
     *
     * @param invokers what the proxies of an exported item call, by its name; asked once for each item that has a function
     */
    public abstract E exports(Function<String, Invoker> invokers);

    /** The exception for an item that the world does not have. */
    protected final NoSuchElementException unknown(String item) {
        return new NoSuchElementException("world " + name + " has no functions in an item named " + item);
    }

    @Override
    public final String toString() {
        return name;
    }
}

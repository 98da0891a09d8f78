package dev.wit4j.runtime;

import dev.wit4j.component.FunctionType;
import dev.wit4j.component.Invoker;
import dev.wit4j.component.WorldType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A component that is written in Java: the generated type of its world, and the factory of its guest.
 *
 * @param <I> the imports of the world
 * @param <G> what the author implements
 * @param <E> the exports as a host calls them
 */
public final class JavaComponent<I, G, E> implements ComponentDefinition {
    private final String name;
    private final WorldType<I, G, E> world;
    private final Function<I, ? extends G> factory;

    private JavaComponent(String name, WorldType<I, G, E> world, Function<I, ? extends G> factory) {
        this.name = name;
        this.world = world;
        this.factory = factory;
    }

    /**
     * A component.
     *
     * @param name its name, as {@link #name} has it
     * @param world the generated type of its world
     * @param factory makes its guest; may call no import that is journaled
     */
    public static <I, G, E> JavaComponent<I, G, E> of(
            String name, WorldType<I, G, E> world, Function<I, ? extends G> factory) {
        return new JavaComponent<>(name, world, factory);
    }

    @Override
    public String name() {
        return name;
    }

    /** The world. */
    public WorldType<I, G, E> world() {
        return world;
    }

    @Override
    public List<WorldType.Item> imports() {
        return world.imports();
    }

    @Override
    public List<WorldType.Item> exports() {
        return world.exports();
    }

    @Override
    public Instance instantiate(Function<String, Invoker> imports) {
        return new JavaInstance<>(world, factory.apply(world.imports(imports)));
    }

    private record JavaInstance<G>(WorldType<?, G, ?> world, G guest) implements Instance {
        @Override
        public @Nullable Object invoke(String item, FunctionType function, Object... arguments) {
            return function.callOn(world.exported(guest, item), arguments);
        }

        @Override
        public Optional<Checkpoint> checkpoint() {
            return guest instanceof Checkpoint checkpoint ? Optional.of(checkpoint) : Optional.empty();
        }

        @Override
        public void close() {}
    }
}

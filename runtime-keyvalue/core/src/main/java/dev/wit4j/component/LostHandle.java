package dev.wit4j.component;

import dev.wit4j.Trap;
import dev.wit4j.value.TypeInfo;
import org.jspecify.annotations.Nullable;

/** What stands behind the stand-in for a resource that could not be made again. */
record LostHandle(ResourceType<?> resource) implements Handle {
    @Override
    public TypeInfo.Reference type() {
        return resource.own().type();
    }

    @Override
    public @Nullable Object invoke(FunctionType function, Object... arguments) {
        throw new Trap(
                function + ": the " + resource + " it was called on was lost when the instance was made again, because"
                        + " its host cannot save what is in it");
    }

    @Override
    public void close() {}
}

package dev.wit4j.component;

import dev.wit4j.Resource;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;

/**
 * The codec of a handle to a resource.
 *
 * @param <R> the Java interface of the resource
 */
public final class HandleCodec<R extends Resource> implements ValueCodec<R> {
    private final ResourceType<R> resource;
    private final TypeInfo.Handle type;

    private HandleCodec(ResourceType<R> resource, boolean own) {
        this.resource = resource;
        this.type = new TypeInfo.Handle(resource.name(), own);
    }

    /** The codec of {@code own<resource>}. */
    static <R extends Resource> HandleCodec<R> own(ResourceType<R> resource) {
        return new HandleCodec<>(resource, true);
    }

    /** The codec of {@code borrow<resource>}. */
    static <R extends Resource> HandleCodec<R> borrow(ResourceType<R> resource) {
        return new HandleCodec<>(resource, false);
    }

    /** The resource. */
    public ResourceType<R> resource() {
        return resource;
    }

    @Override
    public TypeInfo.Handle type() {
        return type;
    }

    @Override
    public void write(ValueWriter out, R value) {
        out.handle(type, value);
    }

    @Override
    public R read(ValueReader in) {
        return resource.javaType().cast(in.handle(type));
    }

    @Override
    public boolean hasHandles() {
        return true;
    }

    @Override
    public R mapHandles(R value, HandleMapper mapper) {
        return resource.javaType().cast(mapper.map(this, value));
    }
}

package dev.wit4j.component;

import dev.wit4j.Resource;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueReader;
import dev.wit4j.value.ValueWriter;

/**
 * The codec of a handle to a resource, or of the readable end of a stream or future, which crosses like one.
 *
 * @param <R> the Java interface of the resource
 */
public final class HandleCodec<R extends Resource> implements ValueCodec<R> {
    private final ResourceType<R> resource;
    private final TypeInfo.Reference type;
    private final boolean own;

    private HandleCodec(ResourceType<R> resource, TypeInfo.Reference type, boolean own) {
        this.resource = resource;
        this.type = type;
        this.own = own;
    }

    /** The codec of {@code own<resource>}. */
    static <R extends Resource> HandleCodec<R> own(ResourceType<R> resource) {
        return new HandleCodec<>(resource, new TypeInfo.Handle(resource.name(), true), true);
    }

    /** The codec of {@code borrow<resource>}. */
    static <R extends Resource> HandleCodec<R> borrow(ResourceType<R> resource) {
        return new HandleCodec<>(resource, new TypeInfo.Handle(resource.name(), false), false);
    }

    /** The codec of a readable end, which is an own handle to what {@code resource} describes. */
    static <R extends Resource> HandleCodec<R> readableEnd(ResourceType<R> resource, TypeInfo.Reference type) {
        return new HandleCodec<>(resource, type, true);
    }

    /** The resource. */
    public ResourceType<R> resource() {
        return resource;
    }

    /** Whether it is {@code own} rather than {@code borrow}; the readable end of a stream or future is. */
    public boolean own() {
        return own;
    }

    @Override
    public TypeInfo.Reference type() {
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

package dev.wit4j.component;

import dev.wit4j.Resource;
import java.util.function.Function;

/**
 * A resource as it is known at run time. Generated code makes one of each.
 *
 * @param <R> its Java interface
 */
public final class ResourceType<R extends Resource> {
    private final String name;
    private final boolean readableEnd;
    private final Class<R> javaType;
    private final Function<Handle, R> proxy;
    private final HandleCodec<R> own;
    private final HandleCodec<R> borrow;
    private final FunctionType drop;

    /**
     * A resource.
     *
     * @param owner the interface or world that declares it, {@code wasi:keyvalue/types}
     * @param name its name, {@code bucket}
     * @param javaType its Java interface
     * @param proxy makes a proxy over a handle
     */
    public ResourceType(String owner, String name, Class<R> javaType, Function<Handle, R> proxy) {
        this(owner + "." + name, false, javaType, proxy, owner, "[resource-drop]" + name);
    }

    private ResourceType(
            String name,
            boolean readableEnd,
            Class<R> javaType,
            Function<Handle, R> proxy,
            String owner,
            String dropName) {
        this.name = name;
        this.readableEnd = readableEnd;
        this.javaType = javaType;
        this.proxy = proxy;
        this.own = HandleCodec.own(this);
        this.borrow = HandleCodec.borrow(this);
        this.drop = FunctionType.drop(owner, dropName, this);
    }

    /**
     * What the readable ends of streams or futures of one type are: resources that no interface declares.
     *
     * @param name the text of the type, {@code stream<string>}
     * @param dropName the wire name of what drops the end
     */
    static <R extends Resource> ResourceType<R> readableEnd(
            String name, String dropName, Class<R> javaType, Function<Handle, R> proxy) {
        return new ResourceType<>(name, true, javaType, proxy, name, dropName);
    }

    /** Its full name, {@code wasi:keyvalue/types.bucket}. */
    public String name() {
        return name;
    }

    /** Its Java interface. */
    public Class<R> javaType() {
        return javaType;
    }

    /** A proxy over {@code handle}. */
    public R proxy(Handle handle) {
        return proxy.apply(handle);
    }

    /** A stand-in for a resource that could not be made again: its methods trap. */
    public R lost() {
        return proxy.apply(new LostHandle(this));
    }

    /** Whether {@code resource} is a stand-in that {@link #lost} made. */
    public static boolean isLost(Resource resource) {
        return resource instanceof Proxy proxy && proxy.handle() instanceof LostHandle;
    }

    /** The codec of {@code own<resource>}. */
    public HandleCodec<R> own() {
        return own;
    }

    /** The codec of {@code borrow<resource>}. */
    public HandleCodec<R> borrow() {
        return borrow;
    }

    /** The function that gives an own handle back, {@code [resource-drop]bucket}. */
    public FunctionType drop() {
        return drop;
    }

    /** Whether it is the readable end of a stream or future, which either side may implement. */
    public boolean isReadableEnd() {
        return readableEnd;
    }

    /**
     * Whether a resource of {@code other} is one of these: the same type, or the readable end of a stream or future of the same
     * elements, which has no definition that could be compared.
     */
    public boolean isSame(ResourceType<?> other) {
        return this == other || javaType == other.javaType && name.equals(other.name);
    }

    @Override
    public String toString() {
        return name;
    }
}

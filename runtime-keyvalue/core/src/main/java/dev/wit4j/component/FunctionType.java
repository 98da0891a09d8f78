package dev.wit4j.component;

import dev.wit4j.ErrorResultException;
import dev.wit4j.Resource;
import dev.wit4j.value.TypeInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function as it is known at run time: its identity, the codecs of what goes in and comes out, and how to call it on an
 * object that implements it. Generated code makes one of each function, once; compare by identity.
 */
public final class FunctionType {
    /** What a function belongs to. */
    public enum Kind {
        FREESTANDING,
        METHOD,
        STATIC,
        CONSTRUCTOR,
        DROP
    }

    /** A parameter. */
    public record Parameter(String name, ValueCodec<?> codec) {}

    /** How to call a function on what implements it. */
    @FunctionalInterface
    public interface Call {
        /**
         * Calls the function.
         *
         * @param target the implementation: of the interface or, for a method or drop, the resource itself
         * @param arguments one per parameter, without the {@code self} of a method
         * @return the result, or {@code null} if the function has none
         */
        @Nullable
        Object on(Object target, Object[] arguments);
    }

    /**
     * The error side of a function that may fail.
     *
     * @param codec the codec of the error; empty for an error without a type, whose value is {@link dev.wit4j.Unit}
     * @param exception makes the exception that carries an error to the caller
     */
    public record Failure(
            Optional<ValueCodec<?>> codec, java.util.function.Function<Object, ErrorResultException> exception) {}

    private final String owner;
    private final String name;
    private final String fullName;
    private final Kind kind;
    private final boolean async;
    private final List<Parameter> parameters;
    private final Optional<ValueCodec<?>> result;
    private final Optional<Failure> failure;
    private final Call call;
    /** Computed when it is first asked for, by whichever thread; 0 until then. */
    private volatile long fingerprint;

    /**
     * A function.
     *
     * @param owner the interface, {@code wasi:keyvalue/readwrite}, or the world, {@code golem:examples/key-value-example}
     * @param name the wire name, {@code get} or {@code [method]bucket.get}
     * @param kind what it belongs to
     * @param async whether it is an {@code async func}
     * @param parameters its parameters, {@code self} of a method first
     * @param result the codec of its result; of the ok side if it may fail; empty if there is none
     * @param failure its declared error, if it may fail
     * @param call how to call it
     */
    public FunctionType(
            String owner,
            String name,
            Kind kind,
            boolean async,
            List<Parameter> parameters,
            Optional<ValueCodec<?>> result,
            Optional<Failure> failure,
            Call call) {
        this.owner = owner;
        this.name = name;
        this.fullName = owner + "#" + name;
        this.kind = kind;
        this.async = async;
        this.parameters = List.copyOf(parameters);
        this.result = result;
        this.failure = failure;
        this.call = call;
    }

    /** The function that gives an own handle of {@code resource} back. */
    static FunctionType drop(String owner, String name, ResourceType<?> resource) {
        return new FunctionType(
                owner,
                name,
                Kind.DROP,
                false,
                List.of(new Parameter("self", resource.own())),
                Optional.empty(),
                Optional.empty(),
                (target, arguments) -> {
                    ((Resource) target).close();
                    return null;
                });
    }

    /** The full name of the interface or world that declares it. */
    public String owner() {
        return owner;
    }

    /** The wire name. */
    public String name() {
        return name;
    }

    /** What it belongs to. */
    public Kind kind() {
        return kind;
    }

    /** Whether it is an {@code async func}. */
    public boolean async() {
        return async;
    }

    /** Its parameters, {@code self} of a method first. */
    public List<Parameter> parameters() {
        return parameters;
    }

    /** The codec of its result, or of the ok side if it may fail. */
    public Optional<ValueCodec<?>> result() {
        return result;
    }

    /** Its declared error, if it may fail. */
    public Optional<Failure> failure() {
        return failure;
    }

    /** How to call it on what implements it. */
    public Call call() {
        return call;
    }

    /**
     * Calls the function on what implements it.
     *
     * @param implementation of the interface or world; a method is called on its {@code self} instead
     * @param arguments one per parameter, {@code self} of a method first
     * @return the result, or {@code null} if the function has none
     */
    public @Nullable Object callOn(Object implementation, Object[] arguments) {
        return hasSelf()
                ? call.on(arguments[0], Arrays.copyOfRange(arguments, 1, arguments.length))
                : call.on(implementation, arguments);
    }

    /**
     * Whether {@code exception} is how this function answers with its declared error, and not that of another which nobody
     * handled.
     */
    public boolean declares(ErrorResultException exception) {
        try {
            return failure.isPresent()
                    && failure.get().exception().apply(exception.error()).getClass() == exception.getClass();
        } catch (ClassCastException e) {
            return false;
        }
    }

    /** Whether the first parameter is the resource that the function belongs to. */
    public boolean hasSelf() {
        return kind == Kind.METHOD || kind == Kind.DROP;
    }

    /**
     * The resource that a method or drop belongs to.
     *
     * @throws IllegalStateException if there is none
     */
    public ResourceType<?> resource() {
        if (hasSelf() && parameters.get(0).codec() instanceof HandleCodec<?> self) {
            return self.resource();
        }
        throw new IllegalStateException(this + " is no method");
    }

    /** The structure of the parameters. */
    public List<TypeInfo.Field> parameterTypes() {
        return parameters.stream()
                .map(p -> new TypeInfo.Field(p.name(), p.codec().type()))
                .toList();
    }

    /**
     * The fingerprint of the signature: equal if parameters, result and error have the same names and structure. Names of
     * types do not count, nor does the function's own.
     */
    public long fingerprint() {
        long known = fingerprint;
        if (known == 0) {
            known = SignatureFingerprint.of(this);
            fingerprint = known;
        }
        return known;
    }

    /** The full name, {@code wasi:keyvalue/readwrite#get}: always the same string, since tables of many workers hold it. */
    @Override
    public String toString() {
        return fullName;
    }
}

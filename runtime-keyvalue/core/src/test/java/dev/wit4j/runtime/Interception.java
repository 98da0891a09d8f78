package dev.wit4j.runtime;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.function.Function;

/** A call of an interface, on its way to an implementation. */
record Interception(Object target, Method called, Object[] arguments) {
    /** An implementation of {@code type} that gives every call to {@code then}, which may let {@code target} have it. */
    static <T> T of(Class<T> type, T target, Function<Interception, Object> then) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> then.apply(new Interception(target, method, arguments))));
    }

    /** The name of the called method. */
    String method() {
        return called.getName();
    }

    /** Lets the target have the call. */
    Object proceed() {
        try {
            return called.invoke(target, arguments);
        } catch (ReflectiveOperationException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }
}

package dev.wit4j.host;

import dev.wit4j.runtime.ComponentProvider;
import dev.wit4j.runtime.JavaComponent;
import java.util.List;
import java.util.ServiceLoader;

/** Finds the components that the jars on the class path make known. */
public final class Components {
    private Components() {}

    /** Those that are written in Java, in the order of the class path. */
    public static List<JavaComponent<?, ?, ?>> installed() {
        return ServiceLoader.load(ComponentProvider.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(ComponentProvider::component)
                .filter(JavaComponent.class::isInstance)
                .<JavaComponent<?, ?, ?>>map(component -> (JavaComponent<?, ?, ?>) component)
                .toList();
    }
}

package dev.wit4j.runtime;

/**
 * Gives a component to hosts that look for one: a jar that names an implementation in
 * {@code META-INF/services/dev.wit4j.runtime.ComponentProvider} can be run as it is.
 */
public interface ComponentProvider {
    /** The component. */
    ComponentDefinition component();
}

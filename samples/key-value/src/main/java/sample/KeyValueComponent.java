package sample;

import dev.wit4j.runtime.ComponentProvider;
import dev.wit4j.runtime.JavaComponent;
import wit.golem.examples.KeyValueExample;

/** Makes the component known to hosts. */
public final class KeyValueComponent implements ComponentProvider {
    /** The component. */
    public static final JavaComponent<KeyValueExample.Imports, KeyValueExample.Guest, KeyValueExample.Exports>
            COMPONENT = JavaComponent.of("key-value", KeyValueExample.TYPE, KeyValueService::new);

    @Override
    public JavaComponent<?, ?, ?> component() {
        return COMPONENT;
    }
}

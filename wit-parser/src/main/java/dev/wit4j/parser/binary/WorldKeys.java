package dev.wit4j.parser.binary;

import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.WorldKey;

/** What imports and exports of a world are called in its encoding. */
final class WorldKeys {
    private WorldKeys() {}

    /** The label, or the full name of the interface. */
    static String name(Resolve resolve, WorldKey key) {
        return key instanceof WorldKey.Name name
                ? name.name()
                : resolve.idOf(((WorldKey.Interface) key).id()).orElseThrow();
    }
}

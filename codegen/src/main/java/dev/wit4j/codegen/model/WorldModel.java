package dev.wit4j.codegen.model;

import dev.wit4j.codegen.name.JavaName;
import java.util.List;
import java.util.Optional;

/**
 * A world.
 *
 * @param name its class
 * @param witName its full WIT name
 * @param documentation what is said about it
 * @param imports what it imports that has functions
 * @param exports what it exports that has functions
 * @param onlyExport the single exported interface, if there is nothing else: then the guest is that interface
 */
public record WorldModel(
        JavaName name,
        String witName,
        Documentation documentation,
        List<Item> imports,
        List<Item> exports,
        Optional<Item> onlyExport) {
    /**
     * An import or export.
     *
     * @param key what the world knows it by at run time
     * @param accessor its component of {@code Imports} and {@code Exports}, and its method of {@code Guest}
     * @param ownFunctions whether it is the world's own functions
     * @param unit what it gives
     */
    public record Item(String key, String accessor, boolean ownFunctions, UnitModel unit) {
        /** The interface to call it by, if there is something to call without a resource in hand. */
        public Optional<JavaName> facade() {
            return unit.facade();
        }
    }

    public WorldModel {
        imports = List.copyOf(imports);
        exports = List.copyOf(exports);
    }
}

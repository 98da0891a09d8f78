package dev.wit4j.codegen.live;

import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.WorldId;

/** Tells {@link Unit}s apart. */
public sealed interface UnitKey {
    /** An interface, inline ones included. */
    record OfInterface(InterfaceId id) implements UnitKey {}

    /** The types and imported functions of a world itself. */
    record OfWorldImports(WorldId world) implements UnitKey {}

    /** The exported functions of a world itself. */
    record OfWorldExports(WorldId world) implements UnitKey {}
}

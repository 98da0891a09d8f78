package dev.wit4j.parser.ast;

/** Names an interface or a world. */
public sealed interface ItemPath {
    /** The name of the interface or world itself. */
    Identifier item();

    /** {@code item}: of this file or package. */
    record Local(Identifier item) implements ItemPath {}

    /** {@code namespace:package/item@version}: of another package. */
    record Foreign(PackagePath packagePath, Identifier item) implements ItemPath {}
}

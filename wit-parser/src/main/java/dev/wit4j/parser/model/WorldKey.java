package dev.wit4j.parser.model;

/** What a world's import or export is known by. */
public sealed interface WorldKey {
    /** A plain name: of a function, a type, an inline interface, or the label of {@code import label: iface}. */
    record Name(String name) implements WorldKey {}

    /** The interface itself. */
    record Interface(InterfaceId id) implements WorldKey {}
}

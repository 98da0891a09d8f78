package dev.wit4j.parser.binary;

/** One step in a scope: of a component, of a component type, or of an instance type. */
sealed interface Declaration {
    /** The next type of the scope. */
    record DefineType(TypeDefinition type) implements Declaration {}

    /** The next type of the scope is the type that an instance exports under a name. */
    record AliasExport(int instance, String name) implements Declaration {}

    /** The next type of the scope is a type of a scope around it, {@code depth} levels up. */
    record AliasOuter(int depth, int type) implements Declaration {}

    record Import(ExternName name, ExternType type) implements Declaration {}

    record Export(ExternName name, ExternType type) implements Declaration {}

    /** The export of an existing type by a component, not a component type. */
    record ExportType(ExternName name, int type) implements Declaration {}
}

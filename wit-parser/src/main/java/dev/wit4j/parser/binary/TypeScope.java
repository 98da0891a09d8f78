package dev.wit4j.parser.binary;

import java.util.ArrayList;
import java.util.List;

/** Declarations under construction, with the numbers that each of them has got. */
final class TypeScope {
    private final List<Declaration> declarations = new ArrayList<>();
    private int types;
    private int instances;

    List<Declaration> declarations() {
        return declarations;
    }

    /** Defines a type; returns its index. */
    int define(TypeDefinition type) {
        declarations.add(new Declaration.DefineType(type));
        return types++;
    }

    int aliasExport(int instance, String name) {
        declarations.add(new Declaration.AliasExport(instance, name));
        return types++;
    }

    int aliasOuter(int depth, int type) {
        declarations.add(new Declaration.AliasOuter(depth, type));
        return types++;
    }

    /** Imports or exports a type; returns the index of the type that this makes. */
    int externType(boolean imported, ExternName name, ExternType type) {
        add(imported, name, type);
        return types++;
    }

    /** Imports or exports an instance; returns its index. */
    int externInstance(boolean imported, ExternName name, int type) {
        add(imported, name, new ExternType.Instance(type));
        return instances++;
    }

    /** Exports a type by a component itself; returns the index of the type that this makes. */
    int exportType(ExternName name, int type) {
        declarations.add(new Declaration.ExportType(name, type));
        return types++;
    }

    void externComponent(boolean imported, ExternName name, int type) {
        add(imported, name, new ExternType.Component(type));
    }

    void externFunc(boolean imported, ExternName name, int type) {
        add(imported, name, new ExternType.Func(type));
    }

    private void add(boolean imported, ExternName name, ExternType type) {
        declarations.add(imported ? new Declaration.Import(name, type) : new Declaration.Export(name, type));
    }
}

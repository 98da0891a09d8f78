package dev.wit4j.component;

import java.util.List;

/**
 * An interface as it is known at run time: the table of its functions. Generated code makes one of each interface.
 *
 * @param name its full name, {@code wasi:keyvalue/readwrite@0.1.0}
 * @param functions its functions in the order of their definition, those of its resources and their drops included
 */
public record InterfaceType(String name, List<FunctionType> functions) {
    public InterfaceType {
        functions = List.copyOf(functions);
    }
}

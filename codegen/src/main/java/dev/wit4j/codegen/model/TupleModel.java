package dev.wit4j.codegen.model;

import dev.wit4j.codegen.name.JavaName;
import java.util.List;

/**
 * The class of tuples with more members than the runtime has classes for, whatever the types of the members are.
 *
 * @param name the class
 * @param members its components
 */
public record TupleModel(JavaName name, List<String> members) {
    public TupleModel {
        members = List.copyOf(members);
    }
}

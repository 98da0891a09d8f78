package dev.wit4j.parser.ast;

import java.util.List;
import java.util.Optional;

/**
 * {@code name: func(...)} in an interface or a resource.
 *
 * @param docs the comments before it
 * @param gates its attributes
 * @param name its name; of a constructor, that keyword
 * @param type its parameters and result
 */
public record FunctionDeclaration(Optional<DocComment> docs, List<Gate> gates, Identifier name, FunctionType type)
        implements InterfaceMember {
    public FunctionDeclaration {
        gates = List.copyOf(gates);
    }
}

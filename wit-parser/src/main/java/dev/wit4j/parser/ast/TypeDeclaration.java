package dev.wit4j.parser.ast;

import java.util.List;
import java.util.Optional;

/**
 * A type with a name.
 *
 * @param docs the comments before it
 * @param gates its attributes
 * @param name its name
 * @param body what it is
 */
public record TypeDeclaration(Optional<DocComment> docs, List<Gate> gates, Identifier name, TypeBody body)
        implements InterfaceMember, WorldMember {
    public TypeDeclaration {
        gates = List.copyOf(gates);
    }
}

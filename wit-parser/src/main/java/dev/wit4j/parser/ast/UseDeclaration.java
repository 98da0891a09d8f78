package dev.wit4j.parser.ast;

import java.util.List;
import java.util.Optional;

/**
 * {@code use path.{a, b as c};}
 *
 * @param gates its attributes
 * @param from the interface that the types come from
 * @param names the types
 */
public record UseDeclaration(List<Gate> gates, ItemPath from, List<UsedName> names)
        implements InterfaceMember, WorldMember {
    public UseDeclaration {
        gates = List.copyOf(gates);
        names = List.copyOf(names);
    }

    /** {@code original as alias}. */
    public record UsedName(Identifier original, Optional<Identifier> alias) {
        /** The name of the type here. */
        public Identifier name() {
            return alias.orElse(original);
        }
    }
}

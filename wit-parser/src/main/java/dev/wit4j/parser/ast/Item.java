package dev.wit4j.parser.ast;

import dev.wit4j.parser.source.Span;
import java.util.List;
import java.util.Optional;

/** What may stand at the top of a file or in the braces of a package. */
public sealed interface Item {
    /** {@code package namespace:name { ... }}. */
    record NestedPackage(Optional<DocComment> docs, PackagePath path, List<Item> items) implements Item {
        public NestedPackage {
            items = List.copyOf(items);
        }
    }

    /**
     * {@code use path as name;}
     *
     * @param gates its attributes; none are allowed here, which the resolver says
     * @param path what is used
     * @param alias the name for it in this file, if another
     * @param span the place of the keyword
     */
    record TopLevelUse(List<Gate> gates, ItemPath path, Optional<Identifier> alias, Span span) implements Item {
        public TopLevelUse {
            gates = List.copyOf(gates);
        }

        /** The name that it brings into the file. */
        public Identifier name() {
            return alias.orElse(path.item());
        }
    }

    /** {@code interface name { ... }}. */
    record InterfaceDeclaration(
            Optional<DocComment> docs, List<Gate> gates, Identifier name, List<InterfaceMember> members)
            implements Item {
        public InterfaceDeclaration {
            gates = List.copyOf(gates);
            members = List.copyOf(members);
        }
    }

    /** {@code world name { ... }}. */
    record WorldDeclaration(Optional<DocComment> docs, List<Gate> gates, Identifier name, List<WorldMember> members)
            implements Item {
        public WorldDeclaration {
            gates = List.copyOf(gates);
            members = List.copyOf(members);
        }
    }
}

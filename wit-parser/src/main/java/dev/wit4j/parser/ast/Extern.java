package dev.wit4j.parser.ast;

import java.util.List;
import java.util.Optional;

/**
 * An import or export of a world.
 *
 * @param direction which of the two
 * @param docs the comments before it
 * @param gates its attributes
 * @param item what is imported or exported
 */
public record Extern(Direction direction, Optional<DocComment> docs, List<Gate> gates, ExternItem item)
        implements WorldMember {
    public Extern {
        gates = List.copyOf(gates);
    }

    /** Into the component or out of it. */
    public enum Direction {
        IMPORT("import"),
        EXPORT("export");

        private final String keyword;

        Direction(String keyword) {
            this.keyword = keyword;
        }

        /** The keyword that begins the item. */
        public String keyword() {
            return keyword;
        }
    }

    /** What is imported or exported. */
    public sealed interface ExternItem {
        /** The name to point at when something is wrong with it. */
        Identifier name();

        /** {@code name: interface { ... }}. */
        record InlineInterface(Identifier name, List<InterfaceMember> members) implements ExternItem {
            public InlineInterface {
                members = List.copyOf(members);
            }
        }

        /** {@code name: func(...)}. */
        record Function(Identifier name, FunctionType type) implements ExternItem {}

        /** {@code path}: an interface by its own name. */
        record Path(ItemPath path) implements ExternItem {
            @Override
            public Identifier name() {
                return path.item();
            }
        }

        /** {@code label: path}: an interface by another name. */
        record Labelled(Identifier name, ItemPath path) implements ExternItem {}
    }
}

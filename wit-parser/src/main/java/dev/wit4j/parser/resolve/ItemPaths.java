package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.Extern;
import dev.wit4j.parser.ast.Extern.Direction;
import dev.wit4j.parser.ast.Extern.ExternItem;
import dev.wit4j.parser.ast.Gate;
import dev.wit4j.parser.ast.Identifier;
import dev.wit4j.parser.ast.Include;
import dev.wit4j.parser.ast.InterfaceMember;
import dev.wit4j.parser.ast.Item;
import dev.wit4j.parser.ast.ItemPath;
import dev.wit4j.parser.ast.UseDeclaration;
import dev.wit4j.parser.ast.WorldMember;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds every place of a file that names an interface or a world, in the order in which ids are given. */
final class ItemPaths {
    private final List<Mention> mentions = new ArrayList<>();

    private ItemPaths() {}

    /**
     * One place.
     *
     * @param dependent what has to be resolved after the named item, if order matters
     * @param gates the attributes at the place
     * @param path the name
     * @param types the types taken from it; empty where an item is named and no types of it
     * @param isWorld whether a world has to be there
     */
    record Mention(
            Optional<Identifier> dependent,
            List<Gate> gates,
            ItemPath path,
            Optional<List<UseDeclaration.UsedName>> types,
            boolean isWorld) {}

    static List<Mention> in(List<Item> items) {
        ItemPaths paths = new ItemPaths();
        for (Item item : items) {
            paths.visit(item);
        }
        return paths.mentions;
    }

    private void visit(Item item) {
        if (item instanceof Item.WorldDeclaration world) {
            visitWorld(world);
        } else if (item instanceof Item.InterfaceDeclaration declared) {
            visitUses(Optional.of(declared.name()), declared.members());
        } else if (item instanceof Item.TopLevelUse use) {
            mention(Optional.empty(), use.gates(), use.path(), false);
        }
    }

    /** Imports come before exports, wherever they stand: that is the order in which a world is printed. */
    private void visitWorld(Item.WorldDeclaration world) {
        for (WorldMember member : world.members()) {
            if (member instanceof UseDeclaration use) {
                mentionTypes(Optional.empty(), use);
            } else if (member instanceof Include include) {
                mention(Optional.of(world.name()), include.gates(), include.from(), true);
            }
        }
        for (Direction direction : Direction.values()) {
            for (WorldMember member : world.members()) {
                if (member instanceof Extern extern && extern.direction() == direction) {
                    visitExtern(extern);
                }
            }
        }
    }

    private void visitExtern(Extern extern) {
        if (extern.item() instanceof ExternItem.InlineInterface inline) {
            visitUses(Optional.empty(), inline.members());
        } else if (extern.item() instanceof ExternItem.Path path) {
            mention(Optional.empty(), extern.gates(), path.path(), false);
        } else if (extern.item() instanceof ExternItem.Labelled labelled) {
            mention(Optional.empty(), extern.gates(), labelled.path(), false);
        }
    }

    private void visitUses(Optional<Identifier> dependent, List<InterfaceMember> members) {
        for (InterfaceMember member : members) {
            if (member instanceof UseDeclaration use) {
                mentionTypes(dependent, use);
            }
        }
    }

    private void mentionTypes(Optional<Identifier> dependent, UseDeclaration use) {
        mentions.add(new Mention(dependent, use.gates(), use.from(), Optional.of(use.names()), false));
    }

    private void mention(Optional<Identifier> dependent, List<Gate> gates, ItemPath path, boolean isWorld) {
        mentions.add(new Mention(dependent, gates, path, Optional.empty(), isWorld));
    }
}

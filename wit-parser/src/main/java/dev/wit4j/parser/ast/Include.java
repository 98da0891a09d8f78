package dev.wit4j.parser.ast;

import java.util.List;

/**
 * {@code include path with { a as b }}
 *
 * @param gates its attributes
 * @param from the world that is included
 * @param renames the names to change
 */
public record Include(List<Gate> gates, ItemPath from, List<Rename> renames) implements WorldMember {
    public Include {
        gates = List.copyOf(gates);
        renames = List.copyOf(renames);
    }

    /** {@code original as replacement}. */
    public record Rename(Identifier original, Identifier replacement) {}
}

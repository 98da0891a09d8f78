package dev.wit4j.codegen.model;

import java.util.List;
import java.util.Optional;

/**
 * What is said about an item; plain text, nothing escaped.
 *
 * @param text the documentation from WIT; empty if there is none
 * @param signature the item as WIT
 * @param notes what the gates and other names say, a sentence each
 * @param deprecated the version that deprecated it, if one did
 */
public record Documentation(String text, String signature, List<String> notes, Optional<String> deprecated) {
    public Documentation {
        notes = List.copyOf(notes);
    }
}

package dev.wit4j.codegen.model;

import java.util.Optional;

/**
 * What is said about an item; plain text, nothing escaped.
 *
 * @param text the documentation from WIT; empty if there is none
 * @param signature the item as WIT
 * @param since the version that brought it, if that is said
 * @param feature the feature that it is part of, if it is unstable
 * @param deprecated the version that deprecated it, if one did
 */
public record Documentation(
        String text, String signature, Optional<String> since, Optional<String> feature, Optional<String> deprecated) {}

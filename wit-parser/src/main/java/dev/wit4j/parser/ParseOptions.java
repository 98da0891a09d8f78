package dev.wit4j.parser;

import java.util.Set;

/**
 * How to read.
 *
 * @param features the features whose {@code @unstable} items are part of the model
 * @param allFeatures whether all {@code @unstable} items are, whatever their feature
 * @param strict whether syntax of the past that still has one meaning, {@code -> ()}, is refused; otherwise it is a warning
 */
public record ParseOptions(Set<String> features, boolean allFeatures, boolean strict) {
    /** No features, not strict. */
    public static final ParseOptions DEFAULT = new ParseOptions(Set.of(), false, false);

    public ParseOptions {
        features = Set.copyOf(features);
    }

    /** The same with other features. */
    public ParseOptions withFeatures(Set<String> selected) {
        return new ParseOptions(selected, allFeatures, strict);
    }

    /** The same, with or without all features. */
    public ParseOptions withAllFeatures(boolean all) {
        return new ParseOptions(features, all, strict);
    }

    /** The same, strict or not. */
    public ParseOptions withStrict(boolean isStrict) {
        return new ParseOptions(features, allFeatures, isStrict);
    }
}

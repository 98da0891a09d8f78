package dev.wit4j.codegen;

import dev.wit4j.codegen.name.Naming;

/**
 * What a user may say about the Java that is generated.
 *
 * @param generator who generates, with its version: the first line of each file names it
 * @param naming what is said about names
 */
public record GeneratorOptions(String generator, Naming naming) {
    /** The rules alone. */
    public static final GeneratorOptions DEFAULT = new GeneratorOptions("wit4j", Naming.RULES);

    /** The same with other names. */
    public GeneratorOptions withNaming(Naming other) {
        return new GeneratorOptions(generator, other);
    }

    /** The same in the name of another generator. */
    public GeneratorOptions withGenerator(String other) {
        return new GeneratorOptions(other, naming);
    }
}

package dev.wit4j.codegen;

import dev.wit4j.codegen.name.Naming;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What a user may say about the Java that is generated.
 *
 * @param generator who generates, with its version: the first line of each file names it
 * @param naming what is said about names
 * @param annotations annotations that the classes of types get, qualified names; by the WIT name of the type,
 *     {@code wasi:keyvalue/store@0.2.0#bucket}
 */
public record GeneratorOptions(String generator, Naming naming, Map<String, List<String>> annotations) {
    private static final Pattern QUALIFIED =
            Pattern.compile("[a-z_][A-Za-z_0-9]*(\\.[a-z_][A-Za-z_0-9]*)*(\\.[A-Z]\\w*)+");

    /** The rules alone. */
    public static final GeneratorOptions DEFAULT = new GeneratorOptions("wit4j", Naming.RULES, Map.of());

    /**
     * Checks that annotations are named in full.
     *
     * @throws IllegalArgumentException if not; the message names the wrong one
     */
    public GeneratorOptions {
        annotations = Map.copyOf(annotations);
        annotations.forEach((type, names) -> names.forEach(name -> {
            if (!QUALIFIED.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "the annotation of " + type + " is not a qualified name of a class: `" + name + "`");
            }
        }));
    }

    /** The same with other names. */
    public GeneratorOptions withNaming(Naming other) {
        return new GeneratorOptions(generator, other, annotations);
    }

    /** The same in the name of another generator. */
    public GeneratorOptions withGenerator(String other) {
        return new GeneratorOptions(other, naming, annotations);
    }

    /** The same with other annotations. */
    public GeneratorOptions withAnnotations(Map<String, List<String>> other) {
        return new GeneratorOptions(generator, naming, other);
    }
}

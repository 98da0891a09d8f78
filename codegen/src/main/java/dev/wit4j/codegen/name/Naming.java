package dev.wit4j.codegen.name;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a user says about names.
 *
 * @param basePackage the Java package that all others stand in, {@code wit} by default
 * @param packages the Java package of a WIT package ({@code wasi:keyvalue} or {@code wasi:keyvalue@0.2.0}) or of an interface
 *     ({@code wasi:keyvalue/store@0.2.0}), in place of what the rules say
 * @param names the Java name of an item in place of what the rules say: {@code wasi:keyvalue/store#bucket} of a type or function,
 *     {@code wasi:keyvalue/store#bucket.get} of a field, case or flag, or of a function of a resource
 * @param exceptions of each interface whose classes were made elsewhere, {@code wasi:keyvalue/store@0.2.0}: its types that have
 *     their exceptions there, in place of what the rules say
 */
public record Naming(
        String basePackage,
        Map<String, String> packages,
        Map<String, String> names,
        Map<String, Set<String>> exceptions) {
    private static final Pattern PACKAGE = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*(\\.[A-Za-z_][A-Za-z_0-9]*)*");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z_0-9]*");

    /** The rules alone. */
    public static final Naming RULES = new Naming("wit", Map.of(), Map.of());

    /** Names of what is all generated together. */
    public Naming(String basePackage, Map<String, String> packages, Map<String, String> names) {
        this(basePackage, packages, names, Map.of());
    }

    /**
     * Checks that what is given are Java names.
     *
     * @throws IllegalArgumentException if not; the message names the wrong one
     */
    public Naming {
        packages = Map.copyOf(packages);
        names = Map.copyOf(names);
        exceptions = Map.copyOf(exceptions);
        requireMatch(PACKAGE, basePackage, "base package");
        packages.forEach((wit, java) -> requireMatch(PACKAGE, java, "package of " + wit));
        names.forEach((wit, java) -> {
            requireMatch(IDENTIFIER, java, "name of " + wit);
            if (ReservedWords.OBJECT_MEMBERS.contains(java)) {
                throw new IllegalArgumentException(
                        "the name of " + wit + " is a method that every object in Java has: `" + java + "`");
            }
        });
    }

    Optional<String> packageOf(String wit) {
        return Optional.ofNullable(packages.get(wit));
    }

    Optional<String> nameOf(String unit, String item) {
        return Optional.ofNullable(names.get(unit + "#" + item));
    }

    /** The types of an interface that have their exceptions with it; empty if the rules say it. */
    Optional<Set<String>> exceptionsOf(String wit) {
        return Optional.ofNullable(exceptions.get(wit));
    }

    private static void requireMatch(Pattern pattern, String name, String what) {
        if (!pattern.matcher(name).matches()) {
            throw new IllegalArgumentException("the " + what + " is not a Java name: `" + name + "`");
        }
        for (String segment : name.split("\\.")) {
            if (ReservedWords.KEYWORDS.contains(segment)) {
                throw new IllegalArgumentException(
                        "the " + what + " holds a word of the Java language, `" + segment + "`: `" + name + "`");
            }
        }
    }
}

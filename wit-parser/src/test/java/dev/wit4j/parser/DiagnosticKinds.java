package dev.wit4j.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Which of our codes the messages of the reference implementation are. */
final class DiagnosticKinds {
    private static final List<Kind> KINDS = new ArrayList<>();

    static {
        add("item-cycle", "interface or world `[^`]*` depends on itself");
        add("type-cycle", "type `[^`]*` depends on itself");
        add("package-cycle", "package `[^`]*` creates a dependency cycle");
        add("item-not-found", "interface or world `[^`]*` does not exist");
        add("type-not-found", "(?:type|name) `[^`]*` does not exist");
        add("type-not-found", "type `[^`]*` not defined in interface");
        add("interface-not-found", "interface '[^']*' not found in package");
        add("world-not-found", "world '[^']*' not found in package");
        add("package-not-found", "package '[^']*' not found");
        add("duplicate-package", "package `[^`]*` is defined in two different locations");
        add("not-an-interface", "is defined as a world, not an interface");
        add("not-a-world", "is defined as an interface, not a world");
        add("not-a-type", "cannot (?:import|use) function");
        add("duplicate-item", "duplicate item named");
        add("duplicate-name", "duplicate name `[^`]*` in this file");
        add("duplicate-name", "name `[^`]*` is defined more than once");
        add("duplicate-param", "param `[^`]*` is defined more than once");
        add("duplicate-constructor", "duplicate constructors");
        add("duplicate-function", "duplicate function name");
        add("repeated-interface", "interface cannot be (?:im|ex)ported more than once");
        add("world-item-conflict", "(?:import|export) `[^`]*` conflicts with prior");
        add("case-insensitive-duplicate", "kebab-case identifiers are case-insensitive");
        add("include-shadows", "shadows previously");
        add("unknown-rename", "does not support renaming");
        add("incompatible-dependency", "transitively depends on an interface in incompatible ways");
        add("excluded-reference", "excluded due to its feature not being activated");
        add("invalid-gate", "feature gate");
        add("not-a-resource", "used in a handle must be a resource");
        add("borrow-in-result", "contains a `borrow<T>`");
        add(
                "constructor-result",
                "type must be the resource being constructed|if a constructor return type is declared");
        add("empty-enum", "empty enum");
        add("empty-variant", "empty variant");
        add("invalid-map-key", "invalid map key type");
        add("nesting-too-deep", "nesting too deep");
        add("package-mismatch", "does not match previous package name");
        add("package-missing", "no `package` header");
        add("package-docs", "doc comments on multiple 'package' items");
        add("nested-package", "nested packages must be placed at the top-level");
        add("misplaced-attribute", "cannot place attributes|attributes not allowed");
        add("attribute-combination", "unsupported combination of attributes");
        add("deprecated-alone", "must pair @deprecated");
        add("unknown-attribute", "unknown attribute|expected `(?:version|feature)`");
        add("unexpected-token", "expected .*, found");
    }

    private DiagnosticKinds() {}

    private record Kind(Pattern message, String code) {}

    private static void add(String code, String message) {
        KINDS.add(new Kind(Pattern.compile(message), code));
    }

    /** The code for the first line of a message; a question mark if there is none. */
    static String of(String message) {
        return KINDS.stream()
                .filter(kind -> kind.message().matcher(message).find())
                .map(Kind::code)
                .findFirst()
                .orElse("?");
    }
}

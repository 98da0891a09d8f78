package dev.wit4j.tool;

import dev.wit4j.codegen.GeneratorOptions;
import dev.wit4j.codegen.name.Naming;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.cli.Option;

/** What is said by hand about the Java that is generated. */
final class MappingOptions {
    private static final Option BASE_PACKAGE = OptionKinds.optional(
            "JAVA", "The Java package that all others stand in; wit if not given.", "--base-package");
    private static final Option JAVA_PACKAGE = OptionKinds.list(
            "WIT=JAVA",
            "The Java package of a WIT package (ns:pkg, ns:pkg@1.0.0) or interface (ns:pkg/name@1.0.0).",
            "--java-package");
    private static final Option JAVA_NAME = OptionKinds.list(
            "WIT=JAVA",
            "The Java name of a type or function (ns:pkg/name@1.0.0#item), or of a field, case or function of a type"
                    + " (ns:pkg/name@1.0.0#type.item).",
            "--java-name");
    private static final Option ANNOTATE = OptionKinds.list(
            "WIT=CLASS",
            "An annotation, named in full, for the class of a type (ns:pkg/name@1.0.0#type).",
            "--annotate");

    static final List<Option> ALL = List.of(BASE_PACKAGE, JAVA_PACKAGE, JAVA_NAME, ANNOTATE);

    private MappingOptions() {}

    /** What a generation is told, in the name of {@code generator}. */
    static GeneratorOptions of(Arguments arguments, String generator) throws CommandException {
        Map<String, List<String>> annotations = new HashMap<>();
        for (Mapping mapping : mappings(arguments, ANNOTATE)) {
            annotations.computeIfAbsent(mapping.wit(), wit -> new ArrayList<>()).add(mapping.java());
        }
        try {
            Naming naming = new Naming(
                    arguments.value(BASE_PACKAGE).orElse(Naming.RULES.basePackage()),
                    names(arguments, JAVA_PACKAGE),
                    names(arguments, JAVA_NAME));
            return new GeneratorOptions(generator, naming, annotations);
        } catch (IllegalArgumentException e) {
            throw CommandException.call(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> names(Arguments arguments, Option option) throws CommandException {
        Map<String, String> names = new HashMap<>();
        for (Mapping mapping : mappings(arguments, option)) {
            String other = names.put(mapping.wit(), mapping.java());
            if (other != null && !other.equals(mapping.java())) {
                throw CommandException.call("--" + option.getLongOpt() + " gives `" + mapping.wit() + "` two names, `"
                        + other + "` and `" + mapping.java() + "`");
            }
        }
        return names;
    }

    private static List<Mapping> mappings(Arguments arguments, Option option) throws CommandException {
        var mappings = new ArrayList<Mapping>();
        for (String text : arguments.values(option)) {
            int middle = text.indexOf('=');
            if (middle <= 0 || middle == text.length() - 1) {
                throw CommandException.call("`" + text + "` is not of the form " + option.getArgName() + ", as --"
                        + option.getLongOpt() + " needs it");
            }
            mappings.add(new Mapping(text.substring(0, middle), text.substring(middle + 1)));
        }
        return mappings;
    }

    /** Something in WIT, and what belongs to it in Java. */
    private record Mapping(String wit, String java) {}
}

package dev.wit4j.codegen;

import dev.wit4j.codegen.name.MappableNames;
import dev.wit4j.codegen.name.Naming;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.NearestName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Warns of what a user says about something that is not there: its name is misspelt, or lacks its version. What is there and only
 * not generated this time is no reason for a warning, since several generations may share what is said.
 */
final class UnmatchedMappings {
    /** Longer lists help nobody. */
    private static final int MOST_NAMES = 20;

    private UnmatchedMappings() {}

    /** A warning for each. They depend on {@code resolve} alone, not on what of it is generated. */
    static List<Diagnostic> of(Resolve resolve, GeneratorOptions options) {
        Naming naming = options.naming();
        if (naming.packages().isEmpty()
                && naming.names().isEmpty()
                && options.annotations().isEmpty()) {
            return List.of();
        }
        MappableNames known = MappableNames.of(resolve);
        Stream<Diagnostic> packages = unmatched(naming.packages(), known.packages())
                .map(wit -> warning(
                        wit,
                        "no package or interface is called `" + wit + "`, which the Java package `"
                                + naming.packages().get(wit) + "` is for",
                        known.packages()));
        Stream<Diagnostic> names = unmatched(naming.names(), known.items())
                .map(wit -> warning(
                        wit,
                        "no type with a class, member of a type or function is called `" + wit
                                + "`, which the Java name `" + naming.names().get(wit) + "` is for",
                        known.items()));
        Stream<Diagnostic> annotations = unmatched(options.annotations(), known.types())
                .map(wit -> warning(
                        wit,
                        "no type with a class is called `" + wit + "`, which the annotation `"
                                + String.join("`, `", options.annotations().get(wit)) + "` is for",
                        known.types()));
        return Stream.of(packages, names, annotations).flatMap(found -> found).toList();
    }

    private static Stream<String> unmatched(Map<String, ?> said, Set<String> known) {
        return said.keySet().stream().filter(wit -> !known.contains(wit)).sorted();
    }

    private static Diagnostic warning(String wit, String message, Set<String> known) {
        String place = wit.substring(0, wit.indexOf('#') + 1);
        boolean isPlaceKnown = known.stream().anyMatch(name -> name.startsWith(place));
        return Diagnostic.warning("unmatched-mapping", Span.NONE, message)
                .withHint(otherVersions(wit, known)
                        .orElseGet(() -> isPlaceKnown ? nearest(wit, place, known) : nearest(wit, "", known)));
    }

    private static Optional<String> otherVersions(String wit, Set<String> known) {
        String versions = known.stream()
                .filter(name -> withoutVersion(name).equals(withoutVersion(wit)))
                .collect(Collectors.joining("` or `"));
        return versions.isEmpty() ? Optional.empty() : Optional.of("did you mean `" + versions + "`?");
    }

    /** What was meant in {@code place}, if something there is near, or else what there is. */
    private static String nearest(String wit, String place, Set<String> known) {
        List<String> there =
                known.stream().filter(name -> name.startsWith(place)).toList();
        return NearestName.of(wit.substring(place.length()), there.stream().map(name -> name.substring(place.length())))
                .map(nearest -> "did you mean `" + place + nearest + "`?")
                .orElseGet(() -> inventory(there));
    }

    private static String inventory(List<String> names) {
        String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
        return names.isEmpty()
                ? "there is none at all"
                : "known are " + shown + (names.size() > MOST_NAMES ? " and others" : "");
    }

    private static String withoutVersion(String wit) {
        return wit.replaceFirst("@[^#]*", "");
    }
}

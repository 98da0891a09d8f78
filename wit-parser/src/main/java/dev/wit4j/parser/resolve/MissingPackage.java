package dev.wit4j.parser.resolve;

import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.diagnostic.NearestName;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.source.Span;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** A package that is named and not there: says which are, and what was probably meant. */
record MissingPackage(PackageName wanted, Collection<PackageName> known, PackageName from) {
    /** Longer lists help nobody. */
    private static final int MOST_NAMES = 20;

    void report(Span span, Diagnostics diagnostics) {
        Diagnostic missing = Diagnostic.error("package-not-found", span, "package '" + wanted + "' not found");
        diagnostics.report(
                diagnostics.wantsGuesses()
                        ? missing.withHint(guess().map(text -> text + "; ").orElse("") + inventory())
                        : missing);
    }

    private Optional<String> guess() {
        List<String> otherVersions = known.stream()
                .filter(name -> name.namespace().equals(wanted.namespace())
                        && name.name().equals(wanted.name()))
                .map(PackageName::toString)
                .toList();
        if (!otherVersions.isEmpty()) {
            return Optional.of(
                    "versions have to match exactly, and here it is `" + String.join("` or `", otherVersions) + "`");
        }
        return NearestName.of(wanted.toString(), known.stream().map(PackageName::toString))
                .or(() -> nearestWithoutVersion())
                .map(nearest -> "did you mean `" + nearest + "`?");
    }

    private Optional<String> nearestWithoutVersion() {
        PackageName bare = new PackageName(wanted.namespace(), wanted.name(), Optional.empty());
        List<String> bareNames = known.stream()
                .map(name -> new PackageName(name.namespace(), name.name(), Optional.empty()).toString())
                .toList();
        return NearestName.of(bare.toString(), bareNames.stream())
                .flatMap(nearest -> known.stream()
                        .map(PackageName::toString)
                        .filter(name -> name.startsWith(nearest))
                        .findFirst());
    }

    private String inventory() {
        List<String> others = known.stream()
                .filter(name -> !name.equals(from))
                .map(PackageName::toString)
                .toList();
        if (others.isEmpty()) {
            return "there is no other package: put it into the directory deps/ beside the files";
        }
        String names = String.join(", ", others.subList(0, Math.min(MOST_NAMES, others.size())));
        return "known packages are " + names + (others.size() > MOST_NAMES ? " and others" : "")
                + "; put more into the directory deps/";
    }
}

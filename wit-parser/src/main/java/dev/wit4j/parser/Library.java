package dev.wit4j.parser;

import dev.wit4j.parser.ast.Item;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.source.SourceMap;
import dev.wit4j.parser.syntax.WitSyntax;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Packages that are there to be used, but part of a model only when they are. */
final class Library {
    private final List<Entry> entries = new ArrayList<>();

    Library(List<PackageInput> inputs) {
        for (PackageInput input : inputs) {
            entries.add(new Entry(input, namesIn(input)));
        }
    }

    private record Entry(PackageInput input, Set<PackageName> names) {}

    /** Takes out what holds one of the {@code missing} packages; empty if nothing does. */
    Optional<PackageInput> take(Set<PackageName> missing) {
        for (Entry entry : entries) {
            if (!Collections.disjoint(entry.names(), missing)) {
                entries.remove(entry);
                return Optional.of(entry.input());
            }
        }
        return Optional.empty();
    }

    /** What is wrong with an input is said when it is used. */
    private static Set<PackageName> namesIn(PackageInput input) {
        Set<PackageName> names = new HashSet<>();
        Diagnostics ignored = new Diagnostics();
        if (input instanceof PackageInput.Encoded encoded) {
            new EncodedPackages(ignored)
                    .decode(encoded)
                    .ifPresent(decoded ->
                            names.add(decoded.resolve().pkg(decoded.main()).name()));
        } else if (input instanceof PackageInput.Text text) {
            WitSyntax syntax = new WitSyntax(false);
            for (PackageInput.File file : text.files()) {
                syntax.parse(new SourceMap.Source(file.path(), file.text(), 0), ignored)
                        .ifPresent(parsed -> {
                            parsed.header()
                                    .ifPresent(header -> names.add(header.path().packageName()));
                            for (Item item : parsed.items()) {
                                if (item instanceof Item.NestedPackage nested) {
                                    names.add(nested.path().packageName());
                                }
                            }
                        });
            }
        }
        return names;
    }
}

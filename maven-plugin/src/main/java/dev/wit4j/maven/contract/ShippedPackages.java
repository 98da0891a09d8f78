package dev.wit4j.maven.contract;

import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.maven.source.WitArchive;
import dev.wit4j.maven.source.WitGroup;
import dev.wit4j.parser.model.PackageName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packages of all dependencies, by name; of those that several ship, the first on the class path. */
final class ShippedPackages {
    private final Map<PackageName, List<WitGroup>> groups = new LinkedHashMap<>();

    private ShippedPackages() {}

    static ShippedPackages of(List<WitArchive> archives) throws InvalidInputException {
        var shipped = new ShippedPackages();
        for (WitArchive archive : archives) {
            for (WitGroup group : archive.groups()) {
                PackageReferences.of(Inputs.of(group))
                        .declared()
                        .forEach(name -> shipped.groups
                                .computeIfAbsent(name, key -> new ArrayList<>())
                                .add(group));
            }
        }
        return shipped;
    }

    Optional<WitGroup> find(PackageName name) {
        return groups.getOrDefault(name, List.of()).stream().findFirst();
    }
}

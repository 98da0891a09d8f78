package dev.wit4j.maven.contract;

import dev.wit4j.maven.report.FindingListener;
import dev.wit4j.maven.report.Findings;
import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.maven.source.WitArchive;
import dev.wit4j.maven.source.WitFolder;
import dev.wit4j.maven.source.WitGroup;
import dev.wit4j.maven.source.WitInputs;
import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import dev.wit4j.parser.model.PackageName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads what the project has, and of what its dependencies ship as much as the project needs: packages are found by their
 * exact name, and one that the project has itself hides that of a dependency.
 */
public final class ContractReader {
    private final ParseOptions options;
    private final FindingListener listener;

    /** A reader that tells {@code listener} what it finds wrong. */
    public ContractReader(ParseOptions options, FindingListener listener) {
        this.options = options;
        this.listener = listener;
    }

    /**
     * Reads and resolves.
     *
     * @throws InvalidInputException if there is no WIT, or it is refused
     */
    public Contracts read(WitInputs inputs) throws InvalidInputException {
        List<WitGroup> own = ownGroups(inputs);
        if (own.isEmpty()) {
            throw new InvalidInputException(
                    inputs.main().exists()
                            ? "There is no .wit file in " + inputs.main().directory()
                                    + ". Put the project's WIT package there, or set witDirectory to where it is."
                            : "There is no folder " + inputs.main().directory()
                                    + ". Put the project's WIT package there, or set witDirectory to where it is.");
        }
        var packages = new Participants();
        for (WitGroup group : own) {
            packages.add(group);
        }
        packages.addNeeded(inputs.archives());
        ParseResult result = new WitParser(options).parse(packages.main(), packages.dependencies());
        Findings.report(result.diagnostics(), result.sources(), options.strict(), listener);
        return new Contracts(
                result.resolve().orElseThrow(),
                result.mainPackage().orElseThrow(),
                !inputs.main().files().isEmpty(),
                packages.origins,
                result.sources());
    }

    private static List<WitGroup> ownGroups(WitInputs inputs) {
        List<WitGroup> groups = new ArrayList<>();
        inputs.main().own().ifPresent(groups::add);
        groups.addAll(inputs.main().dependencyGroups());
        for (WitFolder other : inputs.others()) {
            other.own().ifPresent(groups::add);
            groups.addAll(other.dependencyGroups());
        }
        return groups;
    }

    /** The groups that take part. */
    private static final class Participants {
        private final List<PackageInput> inputs = new ArrayList<>();
        private final Map<PackageName, WitGroup> origins = new LinkedHashMap<>();
        private final Deque<PackageName> named = new ArrayDeque<>();

        PackageInput main() {
            return inputs.get(0);
        }

        List<PackageInput> dependencies() {
            return inputs.subList(1, inputs.size());
        }

        /** Adds a group, unless the very same was added already. */
        void add(WitGroup group) throws InvalidInputException {
            PackageInput input = Inputs.of(group);
            PackageReferences references = PackageReferences.of(input);
            boolean known = !references.declared().isEmpty()
                    && references.declared().stream()
                            .allMatch(name -> Optional.ofNullable(origins.get(name))
                                    .filter(group::sameContents)
                                    .isPresent());
            if (!known) {
                inputs.add(input);
                references.declared().forEach(name -> origins.putIfAbsent(name, group));
                named.addAll(references.named());
            }
        }

        /** Adds what is named and not here, and what that names in turn. */
        void addNeeded(List<WitArchive> archives) throws InvalidInputException {
            var shipped = ShippedPackages.of(archives);
            while (!named.isEmpty()) {
                PackageName name = named.remove();
                if (!origins.containsKey(name)) {
                    Optional<WitGroup> group = shipped.find(name);
                    if (group.isPresent()) {
                        add(group.get());
                    }
                }
            }
        }
    }
}

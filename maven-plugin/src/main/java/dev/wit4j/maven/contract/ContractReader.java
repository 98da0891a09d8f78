package dev.wit4j.maven.contract;

import dev.wit4j.maven.report.FindingListener;
import dev.wit4j.maven.report.Findings;
import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.maven.source.WitFolder;
import dev.wit4j.maven.source.WitGroup;
import dev.wit4j.maven.source.WitInputs;
import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ParseOptions;
import dev.wit4j.parser.ParseResult;
import dev.wit4j.parser.WitParser;
import dev.wit4j.parser.check.ValidityCheck;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.PackageName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
     * Reads and resolves what the project has, and refuses what no component may contain.
     *
     * @throws InvalidInputException if there is no WIT, or it is refused
     */
    public Contracts read(WitInputs inputs) throws InvalidInputException {
        List<WitGroup> own = ownGroups(inputs);
        if (own.isEmpty()) {
            throw new InvalidInputException(
                    (inputs.main().exists() ? "There is no .wit file in " : "There is no folder ")
                            + inputs.main().directory()
                            + ". Put the project's WIT package there, or set witDirectory to where it is.");
        }
        List<WitGroup> library = new ArrayList<>();
        inputs.archives().forEach(archive -> library.addAll(archive.groups()));
        return read(own, library, !inputs.main().files().isEmpty());
    }

    /**
     * Reads and resolves an earlier state of a package.
     *
     * @param name the package as it is now; its version does not count
     * @param earlier where the earlier state is: files of the package, and of others that it used
     * @param now what the project has now, for packages that the earlier state does not bring along
     * @return empty if the package is not among {@code earlier}
     */
    public Optional<Contracts> readEarlier(PackageName name, List<WitGroup> earlier, WitInputs now)
            throws InvalidInputException {
        List<WitGroup> library = new ArrayList<>(earlier);
        library.addAll(now.main().dependencyGroups());
        now.archives().forEach(archive -> library.addAll(archive.groups()));
        for (WitGroup group : earlier) {
            boolean declares = DeclaredPackages.in(Inputs.of(group)).stream()
                    .anyMatch(declared -> declared.namespace().equals(name.namespace())
                            && declared.name().equals(name.name()));
            if (declares) {
                library.remove(group);
                return Optional.of(read(List.of(group), library, true));
            }
        }
        return Optional.empty();
    }

    private Contracts read(List<WitGroup> own, List<WitGroup> library, boolean hasOwnPackage)
            throws InvalidInputException {
        var groups = new Groups();
        for (WitGroup group : own) {
            groups.add(group);
        }
        for (WitGroup group : library) {
            groups.addToLibrary(group);
        }
        ParseResult result = new WitParser(options)
                .parse(groups.own.get(0), groups.own.subList(1, groups.own.size()), groups.library);
        var findings = new Findings(result.sources(), listener);
        findings.report(result.diagnostics(), options.strict());
        var violations = new Diagnostics();
        ValidityCheck.check(result.resolve().orElseThrow(), violations);
        findings.report(violations.inOrder(), options.strict());
        return new Contracts(
                result.resolve().orElseThrow(),
                result.mainPackage().orElseThrow(),
                hasOwnPackage,
                groups.origins,
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

    /** What the parser is given, and where it comes from. */
    private static final class Groups {
        private final List<PackageInput> own = new ArrayList<>();
        private final List<PackageInput> library = new ArrayList<>();
        private final Map<PackageName, WitGroup> origins = new LinkedHashMap<>();

        /** Adds a group of the project, unless the very same is there already. */
        void add(WitGroup group) throws InvalidInputException {
            PackageInput input = Inputs.of(group);
            Set<PackageName> declared = DeclaredPackages.in(input);
            boolean known = !declared.isEmpty()
                    && declared.stream()
                            .allMatch(name -> Optional.ofNullable(origins.get(name))
                                    .filter(group::sameContents)
                                    .isPresent());
            if (!known) {
                own.add(input);
                declared.forEach(name -> origins.putIfAbsent(name, group));
            }
        }

        /** Adds a group of a dependency of the project, behind those of the dependencies before it on the class path. */
        void addToLibrary(WitGroup group) throws InvalidInputException {
            PackageInput input = Inputs.of(group);
            library.add(input);
            DeclaredPackages.in(input).forEach(name -> origins.putIfAbsent(name, group));
        }
    }
}

package dev.wit4j.parser;

import dev.wit4j.parser.binary.DecodedPackage;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.PackageId;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.resolve.Linker;
import dev.wit4j.parser.resolve.PackageGroup;
import dev.wit4j.parser.resolve.PackageGroups;
import dev.wit4j.parser.source.SourceMap;
import dev.wit4j.parser.source.SourceMap.Source;
import dev.wit4j.parser.source.Span;
import dev.wit4j.parser.syntax.WitSyntax;
import dev.wit4j.parser.transform.ResolveMerge;
import dev.wit4j.parser.transform.TransformException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads WIT packages and resolves them against each other. Immutable; safe for use by several threads.
 *
 * <p>No input, however broken, makes a method here throw: what is wrong is in the diagnostics of the result.
 */
public final class WitParser {
    private final ParseOptions options;

    /** A parser with these options. */
    public WitParser(ParseOptions options) {
        this.options = options;
    }

    /**
     * Reads a package and those that it depends on.
     *
     * @param fileOrDirectory a directory with the {@code .wit} files of one package and, in its directory {@code deps}, the
     *     packages that it depends on; or one file, WIT text or encoded
     */
    public ParseResult parse(Path fileOrDirectory) {
        return parse(fileOrDirectory, List.of());
    }

    /**
     * Reads a package and those that it depends on, as {@link #parse(Path)} does.
     *
     * @param fileOrDirectory where the package is
     * @param library further packages, of which those that are needed and not in {@code deps} become part of the model
     */
    public ParseResult parse(Path fileOrDirectory, List<PackageInput> library) {
        Run run = new Run();
        PackageFiles files = new PackageFiles(run.diagnostics);
        Optional<PackageInput> main = files.read(fileOrDirectory);
        if (main.isEmpty()) {
            return run.failed();
        }
        if (main.get() instanceof PackageInput.Encoded whole) {
            return run.decode(whole);
        }
        run.add(main.get());
        return run.link(files.dependencies(fileOrDirectory), library);
    }

    /** Reads packages that are in memory: {@code main}, and those that it depends on. */
    public ParseResult parse(PackageInput main, List<PackageInput> dependencies) {
        return parse(main, dependencies, List.of());
    }

    /**
     * Reads packages that are in memory.
     *
     * @param main the package that is asked for
     * @param dependencies other packages, all of which become part of the model
     * @param library further packages, of which only those that are needed and not among the others do
     */
    public ParseResult parse(PackageInput main, List<PackageInput> dependencies, List<PackageInput> library) {
        Run run = new Run();
        if (main instanceof PackageInput.Encoded whole) {
            return run.decode(whole);
        }
        run.add(main);
        return run.link(dependencies, library);
    }

    /** The state of one call. */
    private final class Run {
        private final Diagnostics diagnostics = new Diagnostics();
        private final SourceMap.Builder sources = new SourceMap.Builder();
        private final PackageGroups packageGroups = new PackageGroups(new WitSyntax(options.strict()), diagnostics);
        private final List<PackageGroup> groups = new ArrayList<>();
        private final EncodedPackages encoded = new EncodedPackages(diagnostics);
        private Resolve base = new Resolve(List.of(), List.of(), List.of(), List.of());

        /** An encoded package has its dependencies in it. */
        ParseResult decode(PackageInput.Encoded whole) {
            return encoded.decode(whole)
                    .map(decoded -> finished(decoded.resolve(), Optional.of(decoded.main())))
                    .orElseGet(this::failed);
        }

        ParseResult link(List<PackageInput> dependencies, List<PackageInput> library) {
            for (PackageInput dependency : dependencies) {
                add(dependency);
            }
            addNeeded(new Library(library));
            Linker.Linked linked =
                    new Linker(options.features(), options.allFeatures(), diagnostics).link(base, groups);
            return finished(linked.resolve(), linked.main());
        }

        /** Adds what of the library is named by what is there, and by what is added. */
        private void addNeeded(Library library) {
            Optional<PackageInput> next = library.take(missing());
            while (next.isPresent()) {
                add(next.get());
                next = library.take(missing());
            }
        }

        private Set<PackageName> missing() {
            Set<PackageName> missing = new HashSet<>();
            for (PackageGroup group : groups) {
                missing.addAll(group.needed());
            }
            for (PackageGroup group : groups) {
                missing.removeAll(group.provided());
            }
            for (Package known : base.packages()) {
                missing.remove(known.name());
            }
            return missing;
        }

        private void add(PackageInput input) {
            if (input instanceof PackageInput.Text text) {
                List<Source> files = new ArrayList<>();
                for (PackageInput.File file : text.files()) {
                    files.add(sources.add(file.path(), file.text()));
                }
                groups.add(packageGroups.read(text.name(), files));
            } else {
                encoded.decode((PackageInput.Encoded) input)
                        .map(DecodedPackage::resolve)
                        .ifPresent(decoded -> unite(input.name(), decoded));
            }
        }

        private void unite(String name, Resolve decoded) {
            try {
                base = ResolveMerge.merge(base, decoded);
            } catch (TransformException e) {
                diagnostics.report(Diagnostic.error(
                        "contradicting-packages",
                        Span.NONE,
                        "`" + name + "` contradicts another encoded package: " + e.getMessage()));
            }
        }

        private ParseResult finished(Resolve resolve, Optional<PackageId> main) {
            return diagnostics.errorCount() > 0
                    ? failed()
                    : new ParseResult(Optional.of(resolve), main, diagnostics.inOrder(), sources.build());
        }

        private ParseResult failed() {
            return new ParseResult(Optional.empty(), Optional.empty(), diagnostics.inOrder(), sources.build());
        }
    }
}

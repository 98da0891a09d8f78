package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.DocComment;
import dev.wit4j.parser.ast.Item;
import dev.wit4j.parser.ast.WitFile;
import dev.wit4j.parser.ast.WitFile.PackageHeader;
import dev.wit4j.parser.diagnostic.Diagnostic;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.source.SourceMap.Source;
import dev.wit4j.parser.source.Span;
import dev.wit4j.parser.syntax.WitSyntax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads the files of a directory, or one alone: which packages they make, and each of these by itself. */
public final class PackageGroups {
    private final WitSyntax syntax;
    private final Diagnostics diagnostics;

    /** A reader that reports to {@code diagnostics}. */
    public PackageGroups(WitSyntax syntax, Diagnostics diagnostics) {
        this.syntax = syntax;
        this.diagnostics = diagnostics;
    }

    /**
     * The packages of {@code sources}: the one that all files together make, and those in braces.
     *
     * @param name what to call the group when it has no package header
     */
    public PackageGroup read(String name, List<Source> sources) {
        GroupBuilder group = new GroupBuilder();
        List<Source> sorted = new ArrayList<>(sources);
        sorted.sort(new ByPath());
        for (Source source : sorted) {
            Optional<WitFile> file = syntax.parse(source, diagnostics);
            group.complete &= file.isPresent();
            if (file.isPresent()) {
                group.add(file.get());
            }
        }
        return group.finish(name);
    }

    private static final class ByPath implements Comparator<Source> {
        @Override
        public int compare(Source left, Source right) {
            return left.path().compareTo(right.path());
        }
    }

    /** The files of one group, as far as they are read. */
    private final class GroupBuilder {
        private final List<UnresolvedPackage> nested = new ArrayList<>();
        private final List<List<Item>> files = new ArrayList<>();
        private Optional<PackageHeader> header = Optional.empty();
        private Optional<DocComment> docs = Optional.empty();
        private boolean complete = true;

        void add(WitFile file) {
            List<Item> own = new ArrayList<>();
            for (Item item : file.items()) {
                if (item instanceof Item.NestedPackage inner) {
                    addNested(inner);
                } else {
                    own.add(item);
                }
            }
            if (file.header().isPresent()) {
                addHeader(file.header().get());
            }
            files.add(own);
        }

        private void addNested(Item.NestedPackage inner) {
            List<Item> own = new ArrayList<>();
            for (Item item : inner.items()) {
                if (item instanceof Item.NestedPackage tooDeep) {
                    diagnostics.report(Diagnostic.error(
                            "nested-package",
                            tooDeep.path().span(),
                            "a package with braces stands at the top of a file, not in another package"));
                } else {
                    own.add(item);
                }
            }
            nested.add(PackageResolver.resolve(
                    new PackageText(
                            inner.path().packageName(),
                            inner.path().span(),
                            DocComment.textOf(inner.docs()),
                            List.of(own)),
                    diagnostics));
        }

        private void addHeader(PackageHeader found) {
            if (header.isPresent()
                    && !header.get().path().packageName().equals(found.path().packageName())) {
                diagnostics.report(Diagnostic.error(
                                "package-mismatch",
                                found.path().span(),
                                "package identifier `" + found.path().packageName()
                                        + "` does not match previous package name of `"
                                        + header.get().path().packageName() + "`")
                        .withLabel(header.get().path().span(), "the other files say so here")
                        .withHint("all files of a directory are one package; another one goes to deps/"));
                complete = false;
                return;
            }
            if (docs.isPresent() && found.docs().isPresent()) {
                diagnostics.report(Diagnostic.error(
                                "package-docs",
                                found.docs().get().span(),
                                "more than one file of the package has comments above its `package`")
                        .withLabel(docs.get().span(), "the first are here")
                        .withHint("any comment above `package` counts; keep it in one file, move it below in others"));
            }
            header = Optional.of(found);
            docs = docs.isPresent() ? docs : found.docs();
        }

        PackageGroup finish(String name) {
            if (header.isEmpty()) {
                if (complete) {
                    diagnostics.report(Diagnostic.error(
                                    "package-missing", Span.NONE, "no file says which `package` it belongs to: " + name)
                            .withHint("begin one of its files with `package namespace:name;`"));
                }
                return new PackageGroup(Optional.empty(), nested);
            }
            if (!complete) {
                // Without the broken file, names that it declares would be reported as missing.
                UnresolvedPackage draft = new UnresolvedPackage(text(List.of()));
                draft.broken = true;
                return new PackageGroup(Optional.of(draft), nested);
            }
            return new PackageGroup(Optional.of(PackageResolver.resolve(text(files), diagnostics)), nested);
        }

        private PackageText text(List<List<Item>> files) {
            PackageHeader last = header.orElseThrow();
            return new PackageText(last.path().packageName(), last.path().span(), DocComment.textOf(docs), files);
        }
    }
}

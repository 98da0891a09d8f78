package dev.wit4j.maven.contract;

import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ast.Extern;
import dev.wit4j.parser.ast.Include;
import dev.wit4j.parser.ast.InterfaceMember;
import dev.wit4j.parser.ast.Item;
import dev.wit4j.parser.ast.ItemPath;
import dev.wit4j.parser.ast.UseDeclaration;
import dev.wit4j.parser.ast.WitFile;
import dev.wit4j.parser.ast.WorldMember;
import dev.wit4j.parser.binary.InvalidPackageException;
import dev.wit4j.parser.binary.WitBinary;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.source.SourceMap;
import dev.wit4j.parser.syntax.WitSyntax;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which packages an input declares and which it names, read off the text alone. What is broken is left out: the parser
 * reports it when it reads the input as a whole.
 *
 * @param declared the packages that the input declares
 * @param named the packages of others that it names
 */
record PackageReferences(Set<PackageName> declared, Set<PackageName> named) {
    static PackageReferences of(PackageInput input) {
        return input instanceof PackageInput.Text text ? ofText(text) : ofEncoded((PackageInput.Encoded) input);
    }

    /** An encoded package brings everything along that it needs. */
    private static PackageReferences ofEncoded(PackageInput.Encoded input) {
        Set<PackageName> declared = new LinkedHashSet<>();
        try {
            Resolve resolve = WitBinary.isBinary(input.bytes())
                    ? WitBinary.decode(input.bytes()).resolve()
                    : WitBinary.decodeText(new String(input.bytes(), StandardCharsets.UTF_8))
                            .resolve();
            resolve.packages().stream().map(Package::name).forEach(declared::add);
        } catch (InvalidPackageException e) {
            declared.clear();
        }
        return new PackageReferences(declared, Set.of());
    }

    private static PackageReferences ofText(PackageInput.Text text) {
        var syntax = new WitSyntax(false);
        var walk = new Walk();
        for (PackageInput.File file : text.files()) {
            var source = new SourceMap.Builder().add(file.path(), file.text());
            syntax.parse(source, new Diagnostics()).ifPresent(walk::file);
        }
        walk.named.removeAll(walk.declared);
        return new PackageReferences(walk.declared, walk.named);
    }

    private static final class Walk {
        private final Set<PackageName> declared = new LinkedHashSet<>();
        private final Set<PackageName> named = new LinkedHashSet<>();

        void file(WitFile file) {
            file.header().ifPresent(header -> declared.add(header.path().packageName()));
            file.items().forEach(this::item);
        }

        private void item(Item item) {
            if (item instanceof Item.NestedPackage nested) {
                declared.add(nested.path().packageName());
                nested.items().forEach(this::item);
            } else if (item instanceof Item.TopLevelUse use) {
                path(use.path());
            } else if (item instanceof Item.InterfaceDeclaration declaration) {
                interfaceMembers(declaration.members());
            } else if (item instanceof Item.WorldDeclaration declaration) {
                declaration.members().forEach(this::worldMember);
            }
        }

        private void interfaceMembers(List<InterfaceMember> members) {
            for (InterfaceMember member : members) {
                if (member instanceof UseDeclaration use) {
                    path(use.from());
                }
            }
        }

        private void worldMember(WorldMember member) {
            if (member instanceof UseDeclaration use) {
                path(use.from());
            } else if (member instanceof Include include) {
                path(include.from());
            } else if (member instanceof Extern extern) {
                externItem(extern.item());
            }
        }

        private void externItem(Extern.ExternItem item) {
            if (item instanceof Extern.ExternItem.Path path) {
                path(path.path());
            } else if (item instanceof Extern.ExternItem.Labelled labelled) {
                path(labelled.path());
            } else if (item instanceof Extern.ExternItem.InlineInterface inline) {
                interfaceMembers(inline.members());
            }
        }

        private void path(ItemPath path) {
            if (path instanceof ItemPath.Foreign foreign) {
                named.add(foreign.packagePath().packageName());
            }
        }
    }
}

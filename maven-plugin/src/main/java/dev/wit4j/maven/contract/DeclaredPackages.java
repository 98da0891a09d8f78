package dev.wit4j.maven.contract;

import dev.wit4j.parser.PackageInput;
import dev.wit4j.parser.ast.Item;
import dev.wit4j.parser.ast.WitFile;
import dev.wit4j.parser.binary.InvalidPackageException;
import dev.wit4j.parser.binary.WitBinary;
import dev.wit4j.parser.diagnostic.Diagnostics;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.PackageName;
import dev.wit4j.parser.source.SourceMap;
import dev.wit4j.parser.syntax.WitSyntax;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which packages an input declares. What is broken declares nothing: the parser reports it when it reads the input. */
final class DeclaredPackages {
    private DeclaredPackages() {}

    static Set<PackageName> in(PackageInput input) {
        return input instanceof PackageInput.Text text ? inText(text) : inEncoded((PackageInput.Encoded) input);
    }

    private static Set<PackageName> inText(PackageInput.Text text) {
        var syntax = new WitSyntax(false);
        Set<PackageName> declared = new LinkedHashSet<>();
        for (PackageInput.File file : text.files()) {
            var source = new SourceMap.Builder().add(file.path(), file.text());
            syntax.parse(source, new Diagnostics()).ifPresent(parsed -> add(declared, parsed));
        }
        return declared;
    }

    private static void add(Set<PackageName> declared, WitFile file) {
        file.header().ifPresent(header -> declared.add(header.path().packageName()));
        for (Item item : file.items()) {
            if (item instanceof Item.NestedPackage nested) {
                declared.add(nested.path().packageName());
            }
        }
    }

    private static Set<PackageName> inEncoded(PackageInput.Encoded input) {
        Set<PackageName> declared = new LinkedHashSet<>();
        try {
            var decoded = WitBinary.isBinary(input.bytes())
                    ? WitBinary.decode(input.bytes())
                    : WitBinary.decodeText(new String(input.bytes(), StandardCharsets.UTF_8));
            decoded.resolve().packages().stream().map(Package::name).forEach(declared::add);
        } catch (InvalidPackageException e) {
            declared.clear();
        }
        return declared;
    }
}

package dev.wit4j.parser.resolve;

import dev.wit4j.parser.diagnostic.Diagnostics;

/** Resolves one package by itself, phase by phase. */
final class PackageResolver {
    private PackageResolver() {}

    static UnresolvedPackage resolve(PackageText text, Diagnostics diagnostics) {
        int errorsBefore = diagnostics.errorCount();
        UnresolvedPackage draft = new UnresolvedPackage(text);
        PackageScope scope = new PackageScope(draft, diagnostics);
        new ForeignReferences(scope).collect();
        Declarations declarations = new Declarations(scope);
        declarations.declare();
        new ForeignTypes(scope).collect();
        AnonymousTypes anonymous = new AnonymousTypes(draft);
        InterfaceResolver interfaces = new InterfaceResolver(scope, anonymous);
        for (Declarations.DeclaredInterface found : declarations.interfaces()) {
            var declaration = found.declaration();
            interfaces.resolve(
                    found.id(), declaration.members(), declaration.docs(), declaration.gates(), found.file());
        }
        for (Declarations.DeclaredWorld found : declarations.worlds()) {
            new WorldResolver(scope, anonymous, found.id(), found.file()).resolve(found.declaration());
        }
        draft.broken = diagnostics.errorCount() > errorsBefore;
        return draft;
    }
}

package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.Identifier;
import dev.wit4j.parser.ast.UseDeclaration.UsedName;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.resolve.PackageScope.Entry;
import dev.wit4j.parser.resolve.UnresolvedPackage.TypeDraft;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Third phase of a package: every type that it uses from another package gets a placeholder. */
final class ForeignTypes {
    private final PackageScope scope;

    ForeignTypes(PackageScope scope) {
        this.scope = scope;
    }

    void collect() {
        for (int file = 0; file < scope.draft.text.files().size(); file++) {
            for (ItemPaths.Mention mention :
                    ItemPaths.in(scope.draft.text.files().get(file))) {
                if (mention.types().isEmpty()) {
                    continue;
                }
                Stability stability = Attributes.stability(mention.gates(), scope.diagnostics);
                Optional<InterfaceId> from = scope.interfaceAt(mention.path(), file);
                if (from.isPresent() && scope.draft.get(from.get()).foreign.isPresent()) {
                    collect(mention.types().get(), from.get(), stability);
                }
            }
        }
    }

    private void collect(List<UsedName> names, InterfaceId from, Stability stability) {
        Map<String, Entry> known = scope.namesOf(from);
        for (UsedName used : names) {
            Identifier name = used.original();
            if (!known.containsKey(name.name())) {
                TypeId id = scope.draft.add(new TypeDraft.Foreign(from, name.name(), stability, name.span()));
                known.put(name.name(), new Entry.OfType(id, name.span()));
            }
        }
    }
}

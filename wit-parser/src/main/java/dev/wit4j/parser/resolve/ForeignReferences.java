package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.Item;
import dev.wit4j.parser.ast.ItemPath;
import dev.wit4j.parser.ast.PackagePath;
import dev.wit4j.parser.resolve.PackageScope.NamedItem;
import dev.wit4j.parser.resolve.UnresolvedPackage.ForeignItem;
import dev.wit4j.parser.resolve.UnresolvedPackage.ForeignPackage;
import java.util.List;
import java.util.Optional;

/** First phase of a package: every interface and world of another package that it names gets a placeholder. */
final class ForeignReferences {
    private final PackageScope scope;

    ForeignReferences(PackageScope scope) {
        this.scope = scope;
    }

    void collect() {
        for (List<Item> file : scope.draft.text.files()) {
            for (ItemPaths.Mention mention : ItemPaths.in(file)) {
                if (mention.path() instanceof ItemPath.Foreign path) {
                    collect(mention, path);
                }
            }
        }
    }

    private void collect(ItemPaths.Mention mention, ItemPath.Foreign path) {
        UnresolvedPackage draft = scope.draft;
        PackagePath named = path.packagePath();
        ForeignPackage foreign =
                draft.foreign.computeIfAbsent(named.packageName(), name -> new ForeignPackage(named.span()));
        ForeignItem item = foreign.items.computeIfAbsent(path.item().name(), name -> {
            ForeignItem created = new ForeignItem(named.packageName(), name, foreign.span);
            scope.foreignItems.put(
                    created,
                    mention.isWorld()
                            ? new NamedItem.OfWorld(draft.addWorld(
                                    "", Optional.of(created), path.item().span()))
                            : new NamedItem.OfInterface(draft.addInterface(
                                    Optional.empty(),
                                    Optional.of(created),
                                    path.item().span())));
            return created;
        });
        item.uses.add(Attributes.stability(mention.gates(), scope.diagnostics));
    }
}

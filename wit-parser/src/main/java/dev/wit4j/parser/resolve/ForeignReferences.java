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
        ForeignPackage foreign = draft.foreign.get(named.packageName());
        if (foreign == null) {
            foreign = new ForeignPackage(named.span());
            draft.foreign.put(named.packageName(), foreign);
        }
        ForeignItem item = foreign.items.get(path.item().name());
        if (item == null) {
            item = new ForeignItem(named.packageName(), path.item().name(), foreign.span);
            foreign.items.put(item.name, item);
            scope.foreignItems.put(
                    item,
                    mention.isWorld()
                            ? new NamedItem.OfWorld(draft.addWorld(
                                    "", Optional.of(item), path.item().span()))
                            : new NamedItem.OfInterface(draft.addInterface(
                                    Optional.empty(),
                                    Optional.of(item),
                                    path.item().span())));
        }
        item.uses.add(Attributes.stability(mention.gates(), scope.diagnostics));
    }
}

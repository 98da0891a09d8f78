package dev.wit4j.parser.print;

import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The items of a world, in the order of its text: imported interfaces, types, imported functions, exports. */
final class WorldPrinter {
    private final Resolve resolve;
    private final Output out;
    private final ItemPrinter items;

    WorldPrinter(Resolve resolve, Output out, ItemPrinter items) {
        this.resolve = resolve;
        this.out = out;
        this.items = items;
    }

    /** The items of a world, between its braces. */
    void body(WorldId id) {
        World world = resolve.world(id);
        var rows = new Rows(out);
        Map<String, TypeId> types = new LinkedHashMap<>();
        List<Function> functions = new ArrayList<>();
        world.imports().forEach((key, item) -> {
            if (item instanceof WorldItem.Interface imported) {
                rows.adjacent();
                iface("import ", key, imported);
            } else if (item instanceof WorldItem.Type type) {
                types.put(((WorldKey.Name) key).name(), type.id());
            } else if (item instanceof WorldItem.Function function) {
                functions.add(function.function());
            }
        });
        items.types(new TypeOwner.World(id), types, functions, rows);
        for (Function function : functions) {
            if (function.kind().owner().isEmpty()) {
                rows.adjacent();
                items.function("import ", function);
            }
        }
        if (!world.exports().isEmpty()) {
            rows.separated();
        }
        world.exports().forEach((key, item) -> {
            if (item instanceof WorldItem.Interface exported) {
                iface("export ", key, exported);
            } else if (item instanceof WorldItem.Function function) {
                items.function("export ", function.function());
            }
        });
    }

    private void iface(String verb, WorldKey key, WorldItem.Interface item) {
        Interface iface = resolve.iface(item.id());
        boolean inline = iface.name().isEmpty();
        out.docs(inline ? iface.docs() : item.docs());
        out.stability(item.stability());
        out.externalId(item.externalId());
        String label = key instanceof WorldKey.Name name ? WitText.identifier(name.name()) + ": " : "";
        if (inline) {
            out.open(verb + label + "interface");
            items.interfaceBody(item.id());
            out.close();
        } else {
            out.line(verb + label + items.interfacePath(item.id()) + ";");
        }
    }
}

package dev.wit4j.parser.resolve;

import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import java.util.Map;

/** Puts what a world imports and exports into the model. */
final class WorldLinker {
    private final ModelBuilder model;
    private final IdMap ids;
    private final GateCheck gates;
    private final FunctionLinker functions;

    WorldLinker(ModelBuilder model, IdMap ids, GateCheck gates, FunctionLinker functions) {
        this.model = model;
        this.ids = ids;
        this.gates = gates;
        this.functions = functions;
    }

    void link(Map<WorldKey, WorldItem> drafts, Map<WorldKey, WorldItem> linked) {
        for (Map.Entry<WorldKey, WorldItem> draft : drafts.entrySet()) {
            try {
                link(draft.getKey(), draft.getValue(), linked);
            } catch (LinkFailure reported) {
                // The other items do not depend on it.
            }
        }
    }

    private void link(WorldKey key, WorldItem item, Map<WorldKey, WorldItem> linked) {
        if (item instanceof WorldItem.Type type) {
            TypeId id = ids.type(type.id(), type.span());
            if (gates.includes(model.get(id).stability(), type.span())) {
                linked.put(key, new WorldItem.Type(id, type.span()));
            }
        } else if (item instanceof WorldItem.Function function) {
            functions.link(function.function()).ifPresent(found -> linked.put(key, new WorldItem.Function(found)));
        } else if (item instanceof WorldItem.Interface named && gates.includes(named.stability(), named.span())) {
            InterfaceId id = ids.anInterface(named.id(), named.span());
            linked.put(
                    key instanceof WorldKey.Interface ? new WorldKey.Interface(id) : key,
                    new WorldItem.Interface(id, named.stability(), named.externalId(), named.docs(), named.span()));
        }
    }
}

package dev.wit4j.parser.json;

import dev.wit4j.parser.model.Docs;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.FunctionKind;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.Param;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.Stability;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeId;
import dev.wit4j.parser.model.TypeOwner;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import java.util.Map;
import java.util.Optional;

/** Writes a model as JSON. Stateless. */
public final class ResolveJson {
    private final JsonText json = new JsonText();
    private final KindJson kinds = new KindJson(json);

    private ResolveJson() {}

    /** The whole model as JSON text, indented, without a line end behind it; ids are places in its arrays. */
    public static String write(Resolve resolve) {
        ResolveJson writer = new ResolveJson();
        writer.resolve(resolve);
        return writer.json.toString();
    }

    private void resolve(Resolve resolve) {
        json.beginObject().key("worlds").beginArray();
        resolve.worlds().forEach(this::world);
        json.endArray().key("interfaces").beginArray();
        resolve.interfaces().forEach(this::iface);
        json.endArray().key("types").beginArray();
        resolve.types().forEach(this::type);
        json.endArray().key("packages").beginArray();
        resolve.packages().forEach(this::pkg);
        json.endArray().endObject();
    }

    private void world(World world) {
        json.beginObject().key("name").string(world.name());
        items("imports", world.imports());
        items("exports", world.exports());
        json.key("package").number(world.packageId().index());
        docs(world.docs());
        stability(world.stability());
        json.endObject();
    }

    private void items(String name, Map<WorldKey, WorldItem> items) {
        json.key(name).beginObject();
        items.forEach((key, item) -> {
            json.key(key instanceof WorldKey.Name plain ? plain.name() : interfaceKey((WorldKey.Interface) key));
            json.beginObject();
            item(item);
            json.endObject();
        });
        json.endObject();
    }

    private static String interfaceKey(WorldKey.Interface key) {
        return "interface-" + key.id().index();
    }

    private void item(WorldItem item) {
        if (item instanceof WorldItem.Interface named) {
            json.key("interface").beginObject().key("id").number(named.id().index());
            stability(named.stability());
            named.externalId().ifPresent(id -> json.key("external_id").string(id));
            docs(named.docs());
            json.endObject();
        } else if (item instanceof WorldItem.Function function) {
            json.key("function");
            function(function.function());
        } else if (item instanceof WorldItem.Type type) {
            json.key("type").number(type.id().index());
        }
    }

    private void iface(Interface iface) {
        json.beginObject().key("name");
        orNull(iface.name());
        json.key("types").beginObject();
        iface.types().forEach((name, id) -> json.key(name).number(id.index()));
        json.endObject().key("functions").beginObject();
        iface.functions().forEach((name, function) -> {
            json.key(name);
            function(function);
        });
        json.endObject();
        docs(iface.docs());
        stability(iface.stability());
        json.key("package").number(iface.packageId().index());
        iface.cloneOf().ifPresent(id -> json.key("clone_of").number(id.index()));
        json.endObject();
    }

    private void type(TypeDef type) {
        json.beginObject().key("name");
        orNull(type.name());
        json.key("kind");
        type.kind().accept(kinds);
        json.key("owner");
        owner(type.owner());
        docs(type.docs());
        stability(type.stability());
        type.externalId().ifPresent(id -> json.key("external_id").string(id));
        json.endObject();
    }

    private void owner(TypeOwner owner) {
        if (owner instanceof TypeOwner.Interface iface) {
            json.beginObject().key("interface").number(iface.id().index()).endObject();
        } else if (owner instanceof TypeOwner.World world) {
            json.beginObject().key("world").number(world.world().index()).endObject();
        } else {
            json.nothing();
        }
    }

    private void function(Function function) {
        json.beginObject().key("name").string(function.name()).key("kind");
        functionKind(function.kind());
        json.key("params").beginArray();
        for (Param param : function.params()) {
            json.beginObject().key("name").string(param.name()).key("type");
            kinds.type(param.type());
            json.endObject();
        }
        json.endArray();
        function.result().ifPresent(result -> {
            json.key("result");
            kinds.type(result);
        });
        docs(function.docs());
        stability(function.stability());
        function.externalId().ifPresent(id -> json.key("external_id").string(id));
        json.endObject();
    }

    private void functionKind(FunctionKind kind) {
        String async = kind.async() ? "async-" : "";
        if (kind instanceof FunctionKind.Method method) {
            ofResource(async + "method", method.resource());
        } else if (kind instanceof FunctionKind.Static function) {
            ofResource(async + "static", function.resource());
        } else if (kind instanceof FunctionKind.Constructor constructor) {
            ofResource("constructor", constructor.resource());
        } else {
            json.string(async + "freestanding");
        }
    }

    private void ofResource(String kind, TypeId resource) {
        json.beginObject().key(kind).number(resource.index()).endObject();
    }

    private void pkg(Package pkg) {
        json.beginObject().key("name").string(pkg.name().toString());
        docs(pkg.docs());
        json.key("interfaces").beginObject();
        pkg.interfaces().forEach((String name, InterfaceId id) -> json.key(name).number(id.index()));
        json.endObject().key("worlds").beginObject();
        pkg.worlds().forEach((String name, WorldId id) -> json.key(name).number(id.index()));
        json.endObject().endObject();
    }

    private void docs(Optional<Docs> docs) {
        docs.ifPresent(present -> json.key("docs")
                .beginObject()
                .key("contents")
                .string(present.contents())
                .endObject());
    }

    private void stability(Stability stability) {
        if (stability instanceof Stability.Stable stable) {
            json.key("stability").beginObject().key("stable").beginObject();
            json.key("since").string(stable.since().toString());
            stable.deprecated().ifPresent(version -> json.key("deprecated").string(version.toString()));
            json.endObject().endObject();
        } else if (stability instanceof Stability.Unstable unstable) {
            json.key("stability").beginObject().key("unstable").beginObject();
            json.key("feature").string(unstable.feature());
            unstable.deprecated().ifPresent(version -> json.key("deprecated").string(version.toString()));
            json.endObject().endObject();
        }
    }

    private void orNull(Optional<String> name) {
        name.ifPresentOrElse(json::string, json::nothing);
    }
}

package dev.wit4j.parser;

import dev.wit4j.parser.model.Case;
import dev.wit4j.parser.model.EnumCase;
import dev.wit4j.parser.model.Field;
import dev.wit4j.parser.model.Flag;
import dev.wit4j.parser.model.Function;
import dev.wit4j.parser.model.Interface;
import dev.wit4j.parser.model.Param;
import dev.wit4j.parser.model.Resolve;
import dev.wit4j.parser.model.TypeDef;
import dev.wit4j.parser.model.TypeDefKind;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.model.WorldKey;
import dev.wit4j.parser.source.Span;
import java.util.LinkedHashMap;
import java.util.Map;

/** Models for comparison. */
public final class Models {
    private Models() {}

    /** The same model as if it had no text. */
    public static Resolve withoutSpans(Resolve resolve) {
        return new Resolve(
                resolve.worlds().stream().map(Models::world).toList(),
                resolve.interfaces().stream().map(Models::iface).toList(),
                resolve.types().stream().map(Models::type).toList(),
                resolve.packages());
    }

    private static World world(World world) {
        return new World(
                world.name(),
                items(world.imports()),
                items(world.exports()),
                world.packageId(),
                world.docs(),
                world.stability(),
                Span.NONE);
    }

    private static Map<WorldKey, WorldItem> items(Map<WorldKey, WorldItem> items) {
        Map<WorldKey, WorldItem> without = new LinkedHashMap<>();
        items.forEach((key, item) -> {
            if (item instanceof WorldItem.Interface iface) {
                without.put(
                        key,
                        new WorldItem.Interface(
                                iface.id(), iface.stability(), iface.externalId(), iface.docs(), Span.NONE));
            } else if (item instanceof WorldItem.Function function) {
                without.put(key, new WorldItem.Function(function(function.function())));
            } else if (item instanceof WorldItem.Type type) {
                without.put(key, new WorldItem.Type(type.id(), Span.NONE));
            }
        });
        return without;
    }

    private static Interface iface(Interface iface) {
        Map<String, Function> functions = new LinkedHashMap<>();
        iface.functions().forEach((name, function) -> functions.put(name, function(function)));
        return new Interface(
                iface.name(),
                iface.types(),
                functions,
                iface.packageId(),
                iface.docs(),
                iface.stability(),
                iface.cloneOf(),
                Span.NONE);
    }

    private static Function function(Function function) {
        return new Function(
                function.name(),
                function.kind(),
                function.params().stream()
                        .map(param -> new Param(param.name(), param.type(), Span.NONE))
                        .toList(),
                function.result(),
                function.docs(),
                function.stability(),
                function.externalId(),
                Span.NONE);
    }

    private static TypeDef type(TypeDef type) {
        return new TypeDef(
                type.name(),
                kind(type.kind()),
                type.owner(),
                type.docs(),
                type.stability(),
                type.externalId(),
                Span.NONE);
    }

    private static TypeDefKind kind(TypeDefKind kind) {
        if (kind instanceof TypeDefKind.Record shape) {
            return new TypeDefKind.Record(shape.fields().stream()
                    .map(field -> new Field(field.name(), field.type(), field.docs(), Span.NONE))
                    .toList());
        } else if (kind instanceof TypeDefKind.Variant shape) {
            return new TypeDefKind.Variant(shape.cases().stream()
                    .map(choice -> new Case(choice.name(), choice.type(), choice.docs(), Span.NONE))
                    .toList());
        } else if (kind instanceof TypeDefKind.Enum shape) {
            return new TypeDefKind.Enum(shape.cases().stream()
                    .map(choice -> new EnumCase(choice.name(), choice.docs(), Span.NONE))
                    .toList());
        } else if (kind instanceof TypeDefKind.Flags shape) {
            return new TypeDefKind.Flags(shape.flags().stream()
                    .map(flag -> new Flag(flag.name(), flag.docs(), Span.NONE))
                    .toList());
        }
        return kind;
    }
}

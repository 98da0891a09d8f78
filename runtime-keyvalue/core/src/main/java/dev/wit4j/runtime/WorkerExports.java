package dev.wit4j.runtime;

import dev.wit4j.component.FunctionType;
import dev.wit4j.component.ResourceType;
import dev.wit4j.component.WorldType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a worker exports, as its callers need to find it. Immutable. */
final class WorkerExports {
    private final List<WorldType.Item> items;
    private final Map<String, ResourceType<?>> resources = new HashMap<>();

    WorkerExports(List<WorldType.Item> items) {
        this.items = List.copyOf(items);
        items.stream()
                .flatMap(item -> item.type().functions().stream())
                .filter(function -> function.kind() == FunctionType.Kind.DROP)
                .forEach(drop -> resources.put(drop.resource().name(), drop.resource()));
    }

    /** The resource of that full name, if one of the exported interfaces declares it. */
    Optional<ResourceType<?>> resource(String name) {
        return Optional.ofNullable(resources.get(name));
    }

    /** The item that a function is called in: {@code item} or, for a method of another item's resource, that one. */
    String itemOf(FunctionType function, String item) {
        return items.stream()
                .filter(each -> each.type().functions().contains(function))
                .map(WorldType.Item::name)
                .reduce((first, second) -> second.equals(item) ? second : first)
                .orElse(item);
    }
}

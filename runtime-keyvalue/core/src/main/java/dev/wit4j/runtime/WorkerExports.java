package dev.wit4j.runtime;

import dev.wit4j.component.FunctionType;
import dev.wit4j.component.ResourceType;
import dev.wit4j.component.WorldType;
import dev.wit4j.runtime.entry.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the workers of one component export, as callers and requests name it. Immutable, and safe to share between threads. */
final class WorkerExports {
    private final Map<Signature, FunctionType> functions = new HashMap<>();
    private final Map<FunctionType, List<String>> items = new IdentityHashMap<>();
    private final Map<String, ResourceType<?>> resources = new HashMap<>();

    private record Signature(String item, String function, long fingerprint) {}

    WorkerExports(List<WorldType.Item> exports) {
        for (WorldType.Item item : exports) {
            for (FunctionType function : item.type().functions()) {
                functions.put(new Signature(item.name(), function.name(), function.fingerprint()), function);
                items.computeIfAbsent(function, absent -> new ArrayList<>()).add(item.name());
                if (function.kind() == FunctionType.Kind.DROP) {
                    resources.put(function.resource().name(), function.resource());
                }
            }
        }
    }

    /** The function that a request is for, if it is exported with this signature. */
    Optional<FunctionType> function(Request request) {
        return Optional.ofNullable(
                functions.get(new Signature(request.item(), request.function(), request.fingerprint())));
    }

    /** The resource of that full name, if one of the exported interfaces declares it. */
    Optional<ResourceType<?>> resource(String name) {
        return Optional.ofNullable(resources.get(name));
    }

    /** The item that a function is called in: {@code item} or, for a method of another item's resource, that one. */
    String itemOf(FunctionType function, String item) {
        List<String> known = items.getOrDefault(function, List.of());
        return known.isEmpty() || known.contains(item) ? item : known.get(0);
    }
}

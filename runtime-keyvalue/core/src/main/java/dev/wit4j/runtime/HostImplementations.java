package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.ResourceType;
import dev.wit4j.component.WorldType;
import dev.wit4j.format.BinaryReader;
import dev.wit4j.format.BinaryWriter;
import dev.wit4j.value.TypeInfo;
import dev.wit4j.value.ValueException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the host providers implement for one instance, taken together: the first that says something is right. */
final class HostImplementations {
    private final List<HostFunctions> hosts;
    private final Map<String, ResourceType<?>> resources = new HashMap<>();
    private final Map<FunctionType, HostFunctions.Behaviour> behaviours = new HashMap<>();

    /**
     * Implementations.
     *
     * @param imports what the component imports
     */
    HostImplementations(List<HostFunctions> hosts, List<WorldType.Item> imports) {
        this.hosts = List.copyOf(hosts);
        imports.stream()
                .flatMap(item -> item.type().functions().stream())
                .filter(function -> function.kind() == FunctionType.Kind.DROP)
                .forEach(drop -> resources.put(drop.resource().name(), drop.resource()));
    }

    /** What implements an interface, if anything does. */
    Optional<Object> implementation(String interfaceName) {
        return hosts.stream()
                .flatMap(host -> host.target(interfaceName).stream())
                .findFirst();
    }

    /** How a function stands to the journal. */
    HostFunctions.Behaviour behaviour(FunctionType function) {
        return behaviours.computeIfAbsent(function, this::find);
    }

    private HostFunctions.Behaviour find(FunctionType function) {
        return hosts.stream()
                .flatMap(host -> host.behaviour(function).stream())
                .findFirst()
                .orElseGet(() -> function.kind() == FunctionType.Kind.DROP
                        ? new HostFunctions.Behaviour.Local()
                        : new HostFunctions.Behaviour.AtMostOnce());
    }

    /** Writes the content of a resource, or that it cannot be saved. */
    void save(BinaryWriter out, TypeInfo.Reference type, Resource resource) {
        Optional<ResourceContent<?>> content = content(type);
        out.bool(content.isPresent());
        content.ifPresent(saver -> out.bytes(save(saver, resource)));
    }

    /** Makes a resource from what was written of it. */
    Resource load(BinaryReader in, TypeInfo.Reference type) {
        if (in.bool()) {
            Bytes saved = in.bytes();
            return content(type)
                    .orElseThrow(() -> new ValueException("the host no longer loads the content of a " + type))
                    .load(saved);
        }
        ResourceType<?> resource = resources.get(name(type));
        if (resource == null) {
            throw new ValueException("a " + type + " that was not saved cannot be made again");
        }
        return resource.lost();
    }

    private Optional<ResourceContent<?>> content(TypeInfo.Reference type) {
        return hosts.stream().flatMap(host -> host.content(name(type)).stream()).findFirst();
    }

    private static String name(TypeInfo.Reference type) {
        return type instanceof TypeInfo.Handle handle ? handle.resource() : type.toString();
    }

    @SuppressWarnings("unchecked")
    private static <R extends Resource> Bytes save(ResourceContent<R> content, Resource resource) {
        return content.save((R) resource);
    }
}

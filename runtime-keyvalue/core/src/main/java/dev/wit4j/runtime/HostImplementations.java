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
        Optional<ResourceContent<?>> content = content(name(type));
        out.bool(content.isPresent());
        content.ifPresent(saver -> out.bytes(save(saver, resource)));
    }

    /** Makes a resource from what was written of it. */
    Resource load(BinaryReader in, TypeInfo.Reference type) {
        if (in.bool()) {
            return loader(name(type)).load(in.bytes());
        }
        ResourceType<?> resource = resources.get(name(type));
        if (resource == null) {
            throw new ValueException("a " + type + " that was not saved cannot be made again");
        }
        return resource.lost();
    }

    /** The type of an imported resource, by its full name. */
    Optional<ResourceType<?>> resource(String name) {
        return Optional.ofNullable(resources.get(name));
    }

    /** Whether what is in {@code resource} can be saved. */
    boolean canSave(ResourceType<?> type, Resource resource) {
        return content(type.name()).isPresent() && !ResourceType.isLost(resource);
    }

    /** The content of a resource that {@link #canSave can be saved}. */
    Bytes save(ResourceType<?> type, Resource resource) {
        return save(content(type.name()).orElseThrow(), resource);
    }

    /** A resource with that content. */
    Resource load(ResourceType<?> type, Bytes saved) {
        return loader(type.name()).load(saved);
    }

    private ResourceContent<?> loader(String type) {
        return content(type).orElseThrow(() -> new ValueException("the host no longer loads the content of a " + type));
    }

    private Optional<ResourceContent<?>> content(String type) {
        return hosts.stream().flatMap(host -> host.content(type).stream()).findFirst();
    }

    private static String name(TypeInfo.Reference type) {
        return type instanceof TypeInfo.Handle handle ? handle.resource() : type.toString();
    }

    @SuppressWarnings("unchecked")
    private static <R extends Resource> Bytes save(ResourceContent<R> content, Resource resource) {
        return content.save((R) resource);
    }
}

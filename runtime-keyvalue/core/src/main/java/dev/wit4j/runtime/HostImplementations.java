package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.InterfaceType;
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
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What the host providers implement for one instance, taken together: all that counts for an interface is from one of them, the
 * first that implements it. Of what they say no more is kept than what the component imports, since there are many workers.
 */
final class HostImplementations {
    private static final HostFunctions.Behaviour LOCAL = new HostFunctions.Behaviour.Local();
    private static final HostFunctions.Behaviour AT_MOST_ONCE = new HostFunctions.Behaviour.AtMostOnce();

    private final Map<String, Object> targets;
    private final Map<FunctionType, HostFunctions.Behaviour> behaviours;
    private final Map<String, ResourceType<?>> resources;
    private final Map<String, ResourceContent<?>> contents;

    /**
     * Implementations.
     *
     * @param imports what the component imports
     */
    HostImplementations(List<HostFunctions> hosts, List<WorldType.Item> imports) {
        Map<String, Object> implemented = new HashMap<>();
        Map<FunctionType, HostFunctions.Behaviour> said = new HashMap<>();
        Map<String, ResourceType<?>> declared = new HashMap<>();
        Map<String, ResourceContent<?>> saved = new HashMap<>();
        for (WorldType.Item item : imports) {
            InterfaceType type = item.type();
            drops(type).forEach(drop -> declared.put(drop.resource().name(), drop.resource()));
            hostOf(type, hosts).ifPresent(host -> {
                host.target(type.name()).ifPresent(target -> implemented.put(type.name(), target));
                type.functions()
                        .forEach(function ->
                                host.behaviour(function).ifPresent(behaviour -> said.put(function, behaviour)));
                drops(type)
                        .map(drop -> drop.resource().name())
                        .forEach(resource -> host.content(resource).ifPresent(content -> saved.put(resource, content)));
            });
        }
        targets = Map.copyOf(implemented);
        behaviours = Map.copyOf(said);
        resources = Map.copyOf(declared);
        contents = Map.copyOf(saved);
    }

    private static Stream<FunctionType> drops(InterfaceType type) {
        return type.functions().stream().filter(function -> function.kind() == FunctionType.Kind.DROP);
    }

    /** The first that implements an interface or, since one that has only methods needs no implementation, says something of it. */
    private static Optional<HostFunctions> hostOf(InterfaceType type, List<HostFunctions> hosts) {
        return first(hosts, host -> host.target(type.name()).isPresent())
                .or(() -> first(hosts, host -> saysSomethingOf(type, host)));
    }

    private static boolean saysSomethingOf(InterfaceType type, HostFunctions host) {
        return type.functions().stream()
                        .anyMatch(function -> host.behaviour(function).isPresent())
                || drops(type)
                        .anyMatch(drop -> host.content(drop.resource().name()).isPresent());
    }

    private static Optional<HostFunctions> first(List<HostFunctions> hosts, Predicate<HostFunctions> which) {
        return hosts.stream().filter(which).findFirst();
    }

    /** What implements an interface, if anything does. */
    Optional<Object> implementation(String interfaceName) {
        return Optional.ofNullable(targets.get(interfaceName));
    }

    /** How a function stands to the journal. */
    HostFunctions.Behaviour behaviour(FunctionType function) {
        return behaviours.getOrDefault(function, function.kind() == FunctionType.Kind.DROP ? LOCAL : AT_MOST_ONCE);
    }

    /** Writes the content of a resource, or that it cannot be saved. */
    void save(BinaryWriter out, TypeInfo.Reference type, Resource resource) {
        Optional<ResourceContent<?>> content = content(name(type));
        out.bool(content.isPresent());
        content.ifPresent(saver -> out.bytes(save(saver, resource)));
    }

    /** Writes the content of a resource that is there only by its content. */
    static void write(BinaryWriter out, TypeInfo.Reference type, Resource resource) {
        out.bool(true);
        out.bytes(((SavedResource) resource).content());
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
        return !ResourceType.isLost(resource)
                && content(type.name())
                        .map(content -> canSave(content, resource))
                        .orElse(false);
    }

    @SuppressWarnings("unchecked")
    private static <R extends Resource> boolean canSave(ResourceContent<R> content, Resource resource) {
        return content.canSave((R) resource);
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
        return Optional.ofNullable(contents.get(type));
    }

    private static String name(TypeInfo.Reference type) {
        return type instanceof TypeInfo.Handle handle ? handle.resource() : type.toString();
    }

    @SuppressWarnings("unchecked")
    private static <R extends Resource> Bytes save(ResourceContent<R> content, Resource resource) {
        return content.save((R) resource);
    }
}

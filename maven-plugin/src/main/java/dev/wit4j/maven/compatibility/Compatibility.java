package dev.wit4j.maven.compatibility;

import dev.wit4j.codegen.name.Tracks;
import dev.wit4j.maven.contract.Contracts;
import dev.wit4j.maven.report.Finding;
import dev.wit4j.maven.report.FindingListener;
import dev.wit4j.maven.report.Findings;
import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.parser.model.InterfaceId;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.World;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.model.WorldItem;
import dev.wit4j.parser.source.Span;
import dev.wit4j.parser.transform.SemverCheck;
import dev.wit4j.parser.transform.TransformException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Compares a package with an earlier release of it: its worlds, and the interfaces that are in none. */
public final class Compatibility {
    /**
     * What was compared.
     *
     * @param worlds the number of worlds
     * @param interfaces the number of interfaces that no world of the earlier release has
     */
    public record Compared(int worlds, int interfaces) {}

    private final Contracts earlier;
    private final Contracts now;
    private final Findings findings;

    /** A comparison that tells {@code listener} what no longer fits. */
    public Compatibility(Contracts earlier, Contracts now, FindingListener listener) {
        this.earlier = earlier;
        this.now = now;
        this.findings = new Findings(now.sources(), listener);
    }

    /** Whether the version of the package promises that the earlier one can be replaced. */
    public boolean isPromised() {
        return track(earlier).equals(track(now));
    }

    /**
     * Compares the worlds of both, by name, and the interfaces that no world of the earlier release has.
     *
     * @return what was compared
     * @throws InvalidInputException if what was made for the earlier release does not fit any more
     */
    public Compared check() throws InvalidInputException {
        Map<String, WorldId> worlds = pkg(earlier).worlds();
        Map<String, InterfaceId> interfaces = interfacesBesideWorlds();
        List<Finding> found = new ArrayList<>();
        for (var world : worlds.entrySet()) {
            found.addAll(compareWorld(world.getKey(), world.getValue()));
        }
        for (var one : interfaces.entrySet()) {
            found.addAll(compareInterface(one.getKey(), one.getValue()));
        }
        findings.report(found);
        return new Compared(worlds.size(), interfaces.size());
    }

    private Map<String, InterfaceId> interfacesBesideWorlds() {
        Set<InterfaceId> inWorlds = new HashSet<>();
        for (WorldId id : pkg(earlier).worlds().values()) {
            World world = earlier.resolve().world(id);
            Stream.concat(world.imports().values().stream(), world.exports().values().stream())
                    .forEach(item -> {
                        if (item instanceof WorldItem.Interface reference) {
                            inWorlds.add(reference.id());
                        }
                    });
        }
        Map<String, InterfaceId> beside = new LinkedHashMap<>(pkg(earlier).interfaces());
        beside.values().removeAll(inWorlds);
        return beside;
    }

    private List<Finding> compareWorld(String name, WorldId from) throws InvalidInputException {
        WorldId to = pkg(now).worlds().get(name);
        if (to == null) {
            return List.of(finding(Span.NONE, "the world `" + name + "` is gone"));
        }
        try {
            return SemverCheck.between(earlier.resolve(), from, now.resolve(), to).stream()
                    .map(one -> finding(one.span(), "world `" + name + "`, " + one))
                    .toList();
        } catch (TransformException e) {
            throw new InvalidInputException("The releases cannot be compared: " + e.getMessage());
        }
    }

    private List<Finding> compareInterface(String name, InterfaceId from) {
        InterfaceId to = pkg(now).interfaces().get(name);
        if (to == null) {
            return List.of(finding(Span.NONE, "the interface `" + name + "` is gone"));
        }
        return SemverCheck.between(earlier.resolve(), from, now.resolve(), to).stream()
                .map(one -> finding(one.span(), one.toString()))
                .toList();
    }

    private Finding finding(Span span, String message) {
        return findings.at(span, true, message, "");
    }

    private static Package pkg(Contracts contracts) {
        return contracts.resolve().pkg(contracts.main());
    }

    private static Optional<String> track(Contracts contracts) {
        return pkg(contracts).name().version().map(Tracks::of);
    }
}

package dev.wit4j.maven.compatibility;

import dev.wit4j.codegen.name.Tracks;
import dev.wit4j.maven.contract.Contracts;
import dev.wit4j.maven.report.Finding;
import dev.wit4j.maven.report.FindingListener;
import dev.wit4j.maven.report.Findings;
import dev.wit4j.maven.report.InvalidInputException;
import dev.wit4j.parser.model.Package;
import dev.wit4j.parser.model.WorldId;
import dev.wit4j.parser.source.Span;
import dev.wit4j.parser.transform.Incompatibility;
import dev.wit4j.parser.transform.SemverCheck;
import dev.wit4j.parser.transform.TransformException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Compares a package with an earlier release of it, world by world. */
public final class Compatibility {
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
     * Compares the worlds of both, by name.
     *
     * @return how many were compared
     * @throws InvalidInputException if what was made for the earlier release does not fit any more
     */
    public int check() throws InvalidInputException {
        Map<String, WorldId> worlds = pkg(now).worlds();
        List<Finding> found = new ArrayList<>();
        for (var world : pkg(earlier).worlds().entrySet()) {
            WorldId later = worlds.get(world.getKey());
            if (later == null) {
                found.add(finding(Span.NONE, "the world `" + world.getKey() + "` is gone"));
            } else {
                for (Incompatibility one : compare(world.getValue(), later)) {
                    found.add(finding(one.span(), "world `" + world.getKey() + "`, " + one));
                }
            }
        }
        findings.report(found);
        return pkg(earlier).worlds().size();
    }

    private List<Incompatibility> compare(WorldId from, WorldId to) throws InvalidInputException {
        try {
            return SemverCheck.between(earlier.resolve(), from, now.resolve(), to);
        } catch (TransformException e) {
            throw new InvalidInputException("The releases cannot be compared: " + e.getMessage());
        }
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

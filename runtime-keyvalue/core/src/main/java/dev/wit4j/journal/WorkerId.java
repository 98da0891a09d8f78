package dev.wit4j.journal;

import dev.wit4j.value.Text;

/**
 * Who a worker is. Two names are different in every store, so neither may hold what has no form in UTF-8: a lone surrogate.
 *
 * @param component the name of its component
 * @param name its own name, unique among the workers of that component
 */
public record WorkerId(String component, String name) implements Comparable<WorkerId> {
    public WorkerId {
        if (component.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("a worker needs the name of its component and one of its own");
        }
        Text.check(component, "component of a worker");
        Text.check(name, "name of a worker");
    }

    @Override
    public int compareTo(WorkerId other) {
        int byComponent = component.compareTo(other.component);
        return byComponent != 0 ? byComponent : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return component + "/" + name;
    }
}

package dev.wit4j.journal;

/**
 * Who a worker is.
 *
 * @param component the name of its component
 * @param name its own name, unique among the workers of that component
 */
public record WorkerId(String component, String name) implements Comparable<WorkerId> {
    public WorkerId {
        if (component.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("a worker needs the name of its component and one of its own");
        }
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

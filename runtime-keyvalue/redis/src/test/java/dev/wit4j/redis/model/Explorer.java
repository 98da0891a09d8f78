package dev.wit4j.redis.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Visits every state that can be reached, the nearest first, so that a violation is found by a shortest way. */
final class Explorer {
    private final Protocol protocol;
    private final Map<State, Origin> visited = new HashMap<>();

    private record Origin(@Nullable State from, String what) {}

    Explorer(Protocol protocol) {
        this.protocol = protocol;
    }

    /**
     * Visits everything.
     *
     * @return how the first violation comes about, if there is one
     */
    Optional<String> explore() {
        Queue<State> next = new ArrayDeque<>();
        State initial = protocol.initial();
        visited.put(initial, new Origin(null, "start"));
        next.add(initial);
        while (!next.isEmpty()) {
            State state = next.remove();
            try {
                for (Protocol.Step step : protocol.steps(state)) {
                    if (visited.putIfAbsent(step.next(), new Origin(state, step.what())) == null) {
                        next.add(step.next());
                    }
                }
            } catch (Violation e) {
                return Optional.of(way(state) + "=> " + e.getMessage());
            }
        }
        return Optional.empty();
    }

    int states() {
        return visited.size();
    }

    private String way(State end) {
        List<String> steps = new ArrayList<>();
        State state = end;
        while (state != null) {
            Origin origin = visited.get(state);
            steps.add(origin == null ? "?" : origin.what());
            state = origin == null ? null : origin.from();
        }
        Collections.reverse(steps);
        return String.join("\n", steps) + "\n";
    }
}

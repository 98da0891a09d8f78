package dev.wit4j.parser.resolve;

import dev.wit4j.parser.ast.Identifier;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Puts named things behind those that they depend on. Whatever is free to come next comes in the order of the text, so that
 * the order of things that do not depend on each other never changes.
 *
 * @param names all names; where a cycle prevents an order, the rest as it is written
 * @param missing the dependencies on names that are not there
 * @param cycle a dependency that is part of a cycle or leads to one, if there is such
 */
record TopologicalOrder(List<String> names, List<Identifier> missing, Optional<Identifier> cycle) {
    static TopologicalOrder of(Map<String, List<Identifier>> dependencies) {
        List<String> nodes = new ArrayList<>(dependencies.keySet());
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < nodes.size(); i++) {
            places.put(nodes.get(i), i);
        }
        int[] open = new int[nodes.size()];
        List<List<Integer>> dependents = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            dependents.add(new ArrayList<>());
        }
        List<Identifier> missing = new ArrayList<>();
        int node = 0;
        for (List<Identifier> needed : dependencies.values()) {
            for (Identifier dependency : needed) {
                Integer place = places.get(dependency.name());
                if (place == null) {
                    missing.add(dependency);
                } else {
                    open[node]++;
                    dependents.get(place).add(node);
                }
            }
            node++;
        }
        List<String> order = new ArrayList<>();
        PriorityQueue<Integer> free = new PriorityQueue<>();
        for (int i = 0; i < open.length; i++) {
            if (open[i] == 0) {
                free.add(i);
            }
        }
        for (Integer next = free.poll(); next != null; next = free.poll()) {
            order.add(nodes.get(next));
            for (int dependent : dependents.get(next)) {
                if (--open[dependent] == 0) {
                    free.add(dependent);
                }
            }
        }
        Optional<Identifier> cycle = Optional.empty();
        for (int i = 0; i < open.length; i++) {
            if (open[i] > 0) {
                order.add(nodes.get(i));
                if (cycle.isEmpty()) {
                    cycle = firstOpen(dependencies.getOrDefault(nodes.get(i), List.of()), places, open);
                }
            }
        }
        return new TopologicalOrder(order, missing, cycle);
    }

    private static Optional<Identifier> firstOpen(List<Identifier> needed, Map<String, Integer> places, int[] open) {
        return needed.stream()
                .filter(dependency -> {
                    Integer place = places.get(dependency.name());
                    return place != null && open[place] > 0;
                })
                .findFirst();
    }
}

package dev.wit4j.component;

import dev.wit4j.StreamReader;
import dev.wit4j.component.Shelf.Thing;
import dev.wit4j.component.Shelf.ThingException;
import dev.wit4j.component.Shelf.Tool;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Implements {@code things} and {@code tools}, as a host does or a guest, and remembers what it saw and what was closed. */
final class ShelfKeeper implements Shelf.Things, Shelf.Tools {
    final List<String> closed = new ArrayList<>();
    final List<Thing> seen = new ArrayList<>();

    /** What it does besides, when it is to look at a thing. */
    Runnable whenLooking = () -> {};

    /** A resource of this side. */
    final class MyThing implements Thing {
        private final String name;

        MyThing(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean same(Thing other) {
            return this == other;
        }

        @Override
        public void absorb(Thing other) {
            seen.add(other);
        }

        @Override
        public void close() {
            closed.add(name);
        }
    }

    /** The other resource of this side. */
    final class MyTool implements Tool {
        private final String name;

        MyTool(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public void close() {
            closed.add(name);
        }
    }

    @Override
    public Thing thing(String name) {
        return new MyThing(name);
    }

    @Override
    public Tool tool(String name) {
        return new MyTool(name);
    }

    @Override
    public String take(Thing it) {
        seen.add(it);
        return it.name();
    }

    @Override
    public String look(Thing it) {
        whenLooking.run();
        seen.add(it);
        return it.name();
    }

    @Override
    public void both(Thing lent, Thing given) {}

    @Override
    public List<Thing> reverse(List<Thing> all) {
        List<Thing> reversed = new ArrayList<>(all);
        Collections.reverse(reversed);
        seen.addAll(all);
        return reversed;
    }

    @Override
    public void refuse(Thing it) {
        throw new ThingException(it);
    }

    /** Running sums, read as they are asked for. */
    @Override
    public StreamReader<Long> count(StreamReader<Long> all) {
        long[] sum = new long[1];
        return max -> {
            List<Long> sums = new ArrayList<>();
            for (long each : all.read(max)) {
                sum[0] += each;
                sums.add(sum[0]);
            }
            return sums;
        };
    }
}

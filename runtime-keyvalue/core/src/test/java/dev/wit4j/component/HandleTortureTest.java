package dev.wit4j.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Trap;
import dev.wit4j.component.Shelf.Thing;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Thousands of random calls, compared with a model of the handles that is as simple as the rules. */
final class HandleTortureTest {
    private static final int CALLS = 5_000;
    private static final Boundary.Invokers NONE = new Boundary.Invokers((f, a) -> null, (f, a) -> null);

    private final ShelfKeeper host = new ShelfKeeper();
    private Boundary boundary = new Boundary("torture", List.of());

    /** What the guest ever got: open ones by their number, and all others. */
    private final Map<Integer, Thing> open = new HashMap<>();

    private final List<Thing> gone = new ArrayList<>();
    private final Set<String> closed = new HashSet<>();
    private final Deque<Integer> free = new ArrayDeque<>();
    private int numbers;
    private int names;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void handlesFollowTheirRulesWhateverHappens(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < CALLS; i++) {
            switch (random.nextInt(7)) {
                case 0, 1 -> make();
                case 2 -> look(random);
                case 3 -> give(random, Shelf.TAKE);
                case 4 -> give(random, Shelf.THING.drop());
                case 5 -> reuse(random);
                default -> restart(random);
            }
        }
        assertThat(boundary.save((type, thing) -> thing).handles()).hasSize(open.size());
        assertThat(names).isGreaterThan(CALLS / 5);
    }

    private void make() {
        try (Crossing call = boundary.toHost(Shelf.THING_NEW, new Object[] {"thing"}, NONE)) {
            Thing thing = (Thing) call.result(host.thing("thing " + names++));
            int number = free.isEmpty() ? ++numbers : free.pop();
            assertThat(boundary.number(thing)).isEqualTo(number);
            open.put(number, thing);
        }
    }

    private void look(Random random) {
        if (open.isEmpty()) {
            return;
        }
        Thing thing = any(random);
        try (Crossing call = boundary.toHost(Shelf.THING_SAME, new Object[] {thing, thing}, NONE)) {
            assertThat(call.arguments()[0])
                    .isInstanceOf(ShelfKeeper.MyThing.class)
                    .isSameAs(call.arguments()[1]);
            assertThatThrownBy(() -> boundary.toHost(Shelf.TAKE, new Object[] {thing}, NONE))
                    .isInstanceOf(Trap.class)
                    .hasMessageContaining("while a call has borrowed it");
        }
    }

    private void give(Random random, FunctionType function) {
        if (open.isEmpty()) {
            return;
        }
        Thing thing = any(random);
        int number = boundary.number(thing);
        try (Crossing call = boundary.toHost(function, new Object[] {thing}, NONE)) {
            Thing own = (Thing) call.arguments()[0];
            assertThat(closed.add(own.name())).isTrue();
        }
        free.push(number);
        gone.add(open.remove(number));
    }

    /** A handle that is gone traps, also when its number stands for another one by now. */
    private void reuse(Random random) {
        if (gone.isEmpty()) {
            return;
        }
        Thing thing = gone.get(random.nextInt(gone.size()));
        assertThatThrownBy(() -> boundary.toHost(Shelf.LOOK, new Object[] {thing}, NONE))
                .isInstanceOf(Trap.class);
        assertThatThrownBy(() -> boundary.toHost(Shelf.THING.drop(), new Object[] {thing}, NONE))
                .isInstanceOf(Trap.class);
    }

    /** Saves all handles, and goes on with others that are made from them. */
    private void restart(Random random) {
        if (random.nextInt(20) > 0) {
            return;
        }
        Boundary.SavedHandles<String> saved = boundary.save((type, thing) -> ((Thing) thing).name());
        boundary = new Boundary("torture", List.of());
        boundary.restore(saved, name -> Shelf.THING, (type, name) -> host.thing(name));
        gone.addAll(open.values());
        open.replaceAll((number, before) ->
                (Thing) boundary.guestProxy(number, NONE.forGuest()).orElseThrow());
    }

    private Thing any(Random random) {
        List<Thing> all = List.copyOf(open.values());
        return all.get(random.nextInt(all.size()));
    }
}

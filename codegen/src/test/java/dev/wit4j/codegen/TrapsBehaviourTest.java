package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.StringException;
import dev.wit4j.Trap;
import dev.wit4j.component.DirectInstance;
import golden.tests.everything.v0_2.Everything;
import golden.tests.everything.v0_2.everything.Clock;
import golden.tests.everything.v0_2.everything.Request;
import golden.tests.everything.v0_2.everything.health.Health;
import golden.tests.everything.v0_2.everything.watch.Watch;
import golden.tests.everything.v0_2.gauges.Gauge;
import golden.tests.everything.v0_2.things.Lent;
import golden.tests.everything.v0_2.things.Thing;
import golden.tests.everything.v0_2.things.Things;
import golden.tests.everything.v0_2.values.Color;
import golden.tests.everything.v0_2.values.Values;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a guest may not do with generated handles, and that no code of its own makes up for it. */
class TrapsBehaviourTest {
    private static final String THING = "tests:everything/things@0.2.1.thing";

    /** A component that does, when it is called, what a test says, and keeps what it is lent. */
    private record ScriptedGuest(Everything.Imports imports, Consumer<Everything.Imports> script, List<Gauge> kept)
            implements Everything.Guest {
        ScriptedGuest(Everything.Imports imports, Consumer<Everything.Imports> script) {
            this(imports, script, new ArrayList<>());
        }

        @Override
        public Values values() {
            return new EverythingValues();
        }

        @Override
        public Things things() {
            return new EverythingThings();
        }

        @Override
        public Health health() {
            return () -> true;
        }

        @Override
        public Watch watch() {
            return it -> {
                kept.add(it);
                return kept.get(0).level();
            };
        }

        @Override
        public String handle(Request it) {
            script.accept(imports);
            return "done";
        }
    }

    private static DirectInstance<Everything.Exports> link(
            Everything.Imports host, Consumer<Everything.Imports> script) {
        return DirectInstance.link(Everything.TYPE, host, imports -> new ScriptedGuest(imports, script));
    }

    private static DirectInstance<Everything.Exports> link(Consumer<Everything.Imports> script) {
        return link(new EverythingHost().imports(), script);
    }

    private static String call(DirectInstance<Everything.Exports> instance) {
        return instance.exports().everything().handle(new Request(1, Color.RED));
    }

    private static void assertTraps(Consumer<Everything.Imports> script, String... words) {
        try (var instance = link(script)) {
            assertThatThrownBy(() -> call(instance)).isInstanceOf(Trap.class).hasMessageContainingAll(words);
        }
    }

    private static long weigh(Everything.Imports imports, Thing thing) {
        return imports.things().weigh(List.of(new Lent(thing, 1)));
    }

    @Test
    void aForgedHandleTraps() {
        assertTraps(
                imports -> weigh(imports, new EverythingThings.NamedThing("forged")),
                "things@0.2.1#weigh",
                "NamedThing",
                THING);
    }

    @Test
    void aHandleOfAnotherInstanceTraps() {
        List<Thing> foreign = new ArrayList<>();
        try (var other = link(imports -> foreign.add(imports.things().thing().create("foreign")))) {
            assertThat(call(other)).isEqualTo("done");
            assertTraps(imports -> weigh(imports, foreign.get(0)), THING + " belongs to another instance");
        }
    }

    @Test
    void whatTheHostHoldsOfTheGuestIsNoImport() {
        List<Thing> exported = new ArrayList<>();
        try (var instance = link(imports -> weigh(imports, exported.get(0)))) {
            exported.add(instance.exports().things().thing().create("exported"));
            assertThatThrownBy(() -> call(instance)).isInstanceOf(Trap.class).hasMessageContaining(THING);
        }
    }

    @Test
    void aClosedHandleTraps() {
        assertTraps(
                imports -> {
                    Thing thing = imports.things().thing().create("closed");
                    thing.close();
                    thing.name();
                },
                "[method]thing.name",
                THING + " was closed");
    }

    @Test
    void aMovedHandleTrapsAndMayBeClosed() {
        assertTraps(
                imports -> {
                    try (Thing thing = imports.things().thing().create("moved")) {
                        imports.things().pack(thing, List.of());
                        weigh(imports, thing);
                    }
                },
                THING + " was given away in a call of tests:everything/things@0.2.1#pack");
    }

    @Test
    void aHandleCannotBeLentAndGivenInOneCall() {
        assertTraps(
                imports -> {
                    Thing thing = imports.things().thing().create("twice");
                    imports.things().thing().merge(thing, thing);
                },
                THING);
    }

    @Test
    void aHandleThatWasLentTrapsOnceItsCallIsOver() {
        try (var instance = link(imports -> {})) {
            assertThat(instance.exports().watch().see(new FixedGauge(7))).isEqualTo(7);
            assertThatThrownBy(() -> instance.exports().watch().see(new FixedGauge(8)))
                    .isInstanceOf(Trap.class)
                    .hasMessageContainingAll("[method]gauge.level", "tests:everything/gauges@0.2.1.gauge");
        }
    }

    /** A resource of the host that it lends. */
    private record FixedGauge(long level) implements Gauge {
        @Override
        public void close() {}
    }

    @Test
    void aTrapThatTheGuestCatchesIsTheEndOfItsCallAndOfItself() {
        List<String> reached = new ArrayList<>();
        try (var instance = link(imports -> {
            try {
                weigh(imports, new EverythingThings.NamedThing("forged"));
            } catch (Throwable swallowed) {
                reached.add("after the trap");
            }
        })) {
            assertThatThrownBy(() -> call(instance)).isInstanceOf(Trap.class).hasMessageContaining("NamedThing");
            assertThatThrownBy(() -> instance.exports().health().ready())
                    .isInstanceOf(Trap.class)
                    .hasMessageContaining("NamedThing");
        }
        assertThat(reached).containsExactly("after the trap");
    }

    @Test
    void aTrapInCloseIsNotLostBehindTheErrorThatTheGuestAnswers() {
        var host = new EverythingHost().imports();
        var stuck = new Everything.Imports(
                host.values(),
                host.things(),
                host.firstStore(),
                host.secondStore(),
                host.settings(),
                new Everything.Functions() {
                    @Override
                    public void log(String line) {}

                    @Override
                    public Clock.Statics clock() {
                        return StuckClock::new;
                    }
                });

        try (var instance = link(stuck, imports -> {
            try (Clock clock = imports.everything().clock().create()) {
                throw new StringException("declared, at " + clock.now());
            }
        })) {
            assertThatThrownBy(() -> call(instance))
                    .isInstanceOf(Trap.class)
                    .hasMessageContainingAll("[resource-drop]clock", "the clock is stuck");
        }
    }

    /** A resource of the host that cannot be closed. */
    private static final class StuckClock implements Clock {
        @Override
        public long now() {
            return 42;
        }

        @Override
        public void close() {
            throw new IllegalStateException("the clock is stuck");
        }
    }
}

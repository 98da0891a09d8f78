package dev.wit4j.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.Trap;
import dev.wit4j.Tuple2;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.Invoker;
import dev.wit4j.component.WorldType;
import golden.tests.everything.v0_2.Everything;
import golden.tests.everything.v0_2.everything.EverythingFunctions;
import golden.tests.everything.v0_2.everything.Request;
import golden.tests.everything.v0_2.things.Box;
import golden.tests.everything.v0_2.things.Holder;
import golden.tests.everything.v0_2.things.Lent;
import golden.tests.everything.v0_2.things.Part;
import golden.tests.everything.v0_2.things.Thing;
import golden.tests.everything.v0_2.things.ThingException;
import golden.tests.everything.v0_2.things.ThingsFunctions;
import golden.tests.everything.v0_2.values.Color;
import golden.tests.everything.v0_2.values.ColorException;
import golden.tests.everything.v0_2.values.Failure;
import golden.tests.everything.v0_2.values.FailureException;
import golden.tests.everything.v0_2.values.Values;
import golden.tests.everything.v0_2.values.ValuesFunctions;
import golden.tests.everything.v0_2.values.ValuesProxies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Calls through generated proxies, and generated calls on what implements an interface. */
class CallsBehaviourTest {
    private record Recorded(FunctionType function, List<Object> arguments) {}

    private final List<Recorded> calls = new ArrayList<>();

    private Invoker answering(Object answer) {
        return (function, arguments) -> {
            calls.add(new Recorded(function, List.of(arguments)));
            return answer;
        };
    }

    @Test
    void aProxyPassesFunctionAndArgumentsToItsInvoker() {
        Values values = ValuesProxies.over(answering(new Tuple2<>(Color.RED, 5L)));

        assertThat(values.echoMany(1, 'x', "word", List.of(Color.BLUE), new Tuple2<>(2, List.of())))
                .isEqualTo(new Tuple2<>(Color.RED, 5L));
        assertThat(calls)
                .containsExactly(new Recorded(
                        ValuesFunctions.ECHO_MANY,
                        List.of(1, (int) 'x', "word", List.of(Color.BLUE), new Tuple2<>(2, List.of()))));
    }

    @Test
    void aProxyChecksItsArgumentsBeforeAnythingIsCalled() {
        Values values = ValuesProxies.over(answering(true));

        assertThatThrownBy(() -> values.fails(256))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("how: 256");
        assertThatThrownBy(() -> values.echoMany(0, 0xDFFF, "", List.of(), new Tuple2<>(0, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("letter");
        assertThatThrownBy(() -> values.echoMany(0, 'a', "", List.of(), new Tuple2<>(999, List.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("pair");
        assertThat(calls).isEmpty();
    }

    @Test
    void tablesNameEachFunctionAndEachDrop() {
        assertThat(ThingsFunctions.TYPE.name()).isEqualTo("tests:everything/things@0.2.1");
        assertThat(ThingsFunctions.TYPE.functions())
                .extracting(FunctionType::name)
                .startsWith("[constructor]thing", "[method]thing.name", "[method]thing.rename", "[static]thing.merge")
                .endsWith("[resource-drop]thing", "[resource-drop]part", "[resource-drop]plain");
        assertThat(ValuesFunctions.WAITS.async()).isTrue();
        assertThat(EverythingFunctions.TYPE.functions())
                .extracting(FunctionType::toString)
                .contains("tests:everything/everything@0.2.1#log");
    }

    @Test
    void aWorldKnowsItsItemsByInterfaceLabelInlineNameAndItself() {
        assertThat(Everything.TYPE.imports())
                .extracting(WorldType.Item::name)
                .containsExactly(
                        "tests:everything/values@0.2.1",
                        "tests:everything/things@0.2.1",
                        "first-store",
                        "second-store",
                        "settings",
                        "tests:everything/gauges@0.2.1",
                        "tests:everything/everything@0.2.1");
        assertThat(Everything.TYPE.exports())
                .extracting(WorldType.Item::name)
                .containsExactly(
                        "tests:everything/values@0.2.1",
                        "tests:everything/things@0.2.1",
                        "health",
                        "watch",
                        "tests:everything/everything@0.2.1");
    }

    @Test
    void theHostCallsTheGuestAndTheGuestCallsTheHost() {
        var host = new EverythingHost();
        try (var instance = EverythingGuest.link(host)) {
            assertThat(instance.exports().everything().handle(new Request(1, Color.RED)))
                    .isEqualTo("1 RED");
            assertThat(instance.exports().health().ready()).isTrue();
            assertThat(host.log).containsExactly("handled 1 at 42");
        }
    }

    @Test
    void declaredErrorsArriveAsTheirExceptions() {
        try (var instance = EverythingGuest.link(new EverythingHost())) {
            Values values = instance.exports().values();

            assertThat(values.fails(0)).isEqualTo("fine");
            assertThatThrownBy(() -> values.fails(1))
                    .isInstanceOfSatisfying(
                            FailureException.class, e -> assertThat(e.error()).isEqualTo(new Failure.NotFound("1")));
            assertThatThrownBy(values::failsWithText)
                    .isInstanceOfSatisfying(
                            StringException.class, e -> assertThat(e.error()).isEqualTo("text"));
            assertThatThrownBy(values::failsWithColor)
                    .isInstanceOfSatisfying(
                            ColorException.class, e -> assertThat(e.error()).isEqualTo(Color.BLUE));
            assertThatThrownBy(() -> instance.exports().everything().handle(new Request(0, Color.RED)))
                    .isInstanceOf(StringException.class);
        }
    }

    @Test
    void resourcesCrossInsideRecordsVariantsAndLists() {
        try (var instance = EverythingGuest.link(new EverythingHost())) {
            var things = instance.exports().things();
            Thing first = things.thing().create("first");
            Thing second = things.thing().create("second");

            assertThat(things.weigh(List.of(new Lent(first, 2), new Lent(second, 3))))
                    .isEqualTo(5 + 5 + 6);
            Box box = things.pack(first, List.of(second));
            assertThat(box.content().name()).isEqualTo("first");
            assertThat(box.spare().map(Thing::name)).contains("second");
            Tuple2<Thing, Optional<Thing>> out = things.unpack(box);
            assertThat(out.first().name()).isEqualTo("first");

            Holder held = things.hold(new Holder.Many(List.of(out.first())));
            assertThat(held)
                    .isInstanceOfSatisfying(
                            Holder.Many.class,
                            many -> assertThat(many.value().get(0).name()).isEqualTo("first"));
            assertThatThrownBy(() -> out.first().name())
                    .isInstanceOf(Trap.class)
                    .hasMessageContaining("thing");
        }
    }

    @Test
    void twoLabelsOfAnInterfaceLeadToTwoImplementations() {
        var host = new EverythingHost();
        try (var instance = EverythingGuest.link(host)) {
            instance.exports().everything().handle(new Request(7, Color.BLUE));

            assertThat(host.first).containsOnlyKeys("request-7");
            assertThat(host.second).containsOnlyKeys("color-BLUE");
        }
    }

    @Test
    void aResourceOfTheHostIsMadeUsedAndClosedByTheGuest() {
        var host = new EverythingHost();
        try (var instance = EverythingGuest.link(host)) {
            instance.exports().everything().handle(new Request(7, Color.BLUE));

            assertThat(host.log).containsExactly("handled 7 at 42");
            assertThat(host.openClocks).isZero();
        }
    }

    @Test
    void borrowedResourcesStayWithTheCaller() {
        try (var instance = EverythingGuest.link(new EverythingHost())) {
            var things = instance.exports().things();
            try (Thing a = things.thing().create("a");
                    Thing b = things.thing().create("b");
                    Part part = things.part().create(a, 3)) {
                assertThat(a.compare(b)).isEqualTo((byte) -1);
                assertThat(part.size()).isEqualTo(3);
                assertThatThrownBy(() -> things.part().create(a, 0))
                        .isInstanceOfSatisfying(
                                StringException.class,
                                e -> assertThat(e.error()).isEqualTo("no part of a"));
                assertThat(a.name()).isEqualTo("a");
                assertThat(b.name()).isEqualTo("b");
            }
        }
    }

    @Test
    void anErrorMayBeAResource() {
        try (var instance = EverythingGuest.link(new EverythingHost())) {
            assertThatThrownBy(() -> instance.exports().things().take())
                    .isInstanceOfSatisfying(ThingException.class, e -> {
                        assertThat(e.error().name()).isEqualTo("taken");
                        e.error().close();
                    });
        }
    }

    @Test
    void streamsAndFuturesAreReadThroughTheBoundary() {
        try (var instance = EverythingGuest.link(new EverythingHost())) {
            var things = instance.exports().things();
            var left = new ArrayList<>(List.of(Bytes.utf8("abc"), Bytes.EMPTY));

            assertThat(things.bytes(max -> left.remove(0)).read(10)).isEqualTo(Bytes.utf8("abc"));
            assertThat(things.colors(max -> List.of("red", "blue"), () -> 5L).read())
                    .isEqualTo("red,blue5");
        }
    }
}

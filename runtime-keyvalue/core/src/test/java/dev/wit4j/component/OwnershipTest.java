package dev.wit4j.component;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.StreamReader;
import dev.wit4j.Trap;
import dev.wit4j.component.Shelf.Thing;
import dev.wit4j.component.Shelf.ThingException;
import dev.wit4j.component.Shelf.Tool;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rules of ownership, as a component and its host meet them. */
final class OwnershipTest {
    private final LinkedShelf shelf = new LinkedShelf();

    @Test
    void nobodyHoldsTheOtherSidesObject() {
        shelf.inGuest(() -> assertThat(shelf.things.thing("a")).isInstanceOf(Proxy.class));
        assertThat(shelf.exports().things().thing("b")).isInstanceOf(Proxy.class);
    }

    @Test
    void theImplementerGetsItsOwnObjectBack() {
        shelf.inGuest(() -> {
            Thing thing = shelf.things.thing("a");
            shelf.things.look(thing);
            shelf.things.take(thing);
        });
        assertThat(shelf.host.seen).hasSize(2).allMatch(ShelfKeeper.MyThing.class::isInstance);
        assertThat(shelf.host.seen.get(0)).isSameAs(shelf.host.seen.get(1));
    }

    @Test
    void theGuestGetsItsOwnObjectBackToo() {
        Thing thing = shelf.exports().things().thing("mine");
        assertThat(thing.name()).isEqualTo("mine");
        assertThat(thing.same(thing)).isTrue();
        shelf.exports().things().take(thing);
        assertThat(shelf.guest.seen).singleElement().isInstanceOf(ShelfKeeper.MyThing.class);
    }

    @Test
    void handlesInsideOfAListAreExchangedEach() {
        shelf.inGuest(() -> {
            List<Thing> back = shelf.things.reverse(List.of(shelf.things.thing("a"), shelf.things.thing("b")));
            assertThat(back).extracting(Thing::name).containsExactly("b", "a");
        });
        assertThat(shelf.host.seen).allMatch(ShelfKeeper.MyThing.class::isInstance);
    }

    @Test
    void aForgedHandleTrapsWithItsName() {
        shelf.trapsInGuest(
                () -> shelf.things.look(shelf.guest.thing("forged")),
                "test:shelf/things#look: an object of dev.wit4j.component.ShelfKeeper$MyThing was given where a handle to a"
                        + " test:shelf/things.thing is expected");
    }

    @Test
    void aHandleOfAnotherInstanceTraps() {
        LinkedShelf other = new LinkedShelf();
        List<Thing> foreign = new ArrayList<>();
        other.inGuest(() -> foreign.add(other.things.thing("a")));
        shelf.trapsInGuest(
                () -> shelf.things.look(foreign.get(0)), "the test:shelf/things.thing belongs to another instance");
    }

    @Test
    void whatTheHostHoldsOfTheGuestIsNoImport() {
        Thing exported = shelf.exports().things().thing("mine");
        shelf.trapsInGuest(
                () -> shelf.things.look(exported),
                "the giver's own test:shelf/things.thing was given where one of the receiver's is expected");
    }

    @Test
    void aClosedHandleTrapsWithItsName() {
        shelf.trapsInGuest(
                () -> {
                    Thing thing = shelf.things.thing("a");
                    thing.close();
                    thing.name();
                },
                "test:shelf/things#[method]thing.name: the test:shelf/things.thing was closed");
    }

    @Test
    void aMovedHandleTrapsWithWhatMovedIt() {
        shelf.trapsInGuest(
                () -> {
                    Thing thing = shelf.things.thing("a");
                    shelf.things.take(thing);
                    thing.name();
                },
                "the test:shelf/things.thing was given away in a call of test:shelf/things#take");
    }

    @Test
    void aHandleMovedTwiceInOneCallTraps() {
        shelf.trapsInGuest(
                () -> {
                    Thing thing = shelf.things.thing("a");
                    shelf.things.reverse(List.of(thing, thing));
                },
                "was given away in a call of test:shelf/things#reverse");
    }

    @Test
    void aHandleCannotBeLentAndGivenInOneCall() {
        shelf.trapsInGuest(
                () -> {
                    Thing thing = shelf.things.thing("a");
                    shelf.things.both(thing, thing);
                },
                "cannot be given away or dropped while a call has borrowed it");
    }

    @Test
    void aHandleMayBeGivenAfterTheCallThatBorrowedIt() {
        shelf.inGuest(() -> {
            Thing thing = shelf.things.thing("a");
            shelf.things.look(thing);
            shelf.things.both(shelf.things.thing("b"), thing);
        });
    }

    @Test
    void aMethodMayTakeAnother() {
        shelf.inGuest(() -> shelf.things.thing("a").absorb(shelf.things.thing("b")));
        assertThat(shelf.host.seen).extracting(Thing::name).containsExactly("b");
    }

    @Test
    void closingAnOwnHandleDropsItOnce() {
        shelf.inGuest(() -> {
            Thing thing = shelf.things.thing("a");
            thing.close();
            thing.close();
        });
        assertThat(shelf.host.closed).containsExactly("a");
    }

    @Test
    void closingAMovedHandleDoesNothing() {
        shelf.inGuest(() -> {
            try (Thing thing = shelf.things.thing("a")) {
                shelf.things.take(thing);
            }
        });
        assertThat(shelf.host.closed).isEmpty();
    }

    @Test
    void aBorrowedArgumentIsAViewThatEndsWithItsCall() {
        assertThat(shelf.exports().api().use(shelf.host.tool("hammer"))).isEqualTo("hammer");
        assertThat(shelf.host.closed).isEmpty();
        Tool view = shelf.kept.get(0);
        shelf.trapsInGuest(view::name, "the test:shelf/tools.tool was closed");
    }

    @Test
    void aViewThatIsKeptTrapsWithTheCallItWasFor() {
        Boundary boundary = new Boundary("test", List.of(Shelf.API_TYPE));
        List<Object> views = new ArrayList<>();
        Invoker guest = (function, arguments) -> null;
        try (Crossing crossing = boundary.toGuest(
                Shelf.USE, new Object[] {shelf.host.tool("hammer")}, new Boundary.Invokers(guest, guest))) {
            views.add(crossing.arguments()[0]);
        }
        assertThatThrownBy(() -> boundary.toHost(Shelf.TOOL_NAME, views.toArray(), new Boundary.Invokers(guest, guest)))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("was borrowed for a call of test:shelf/api#use that is over");
    }

    @Test
    void aBorrowedArgumentCannotBeGivenAway() {
        Boundary boundary = new Boundary("test", List.of(Shelf.API_TYPE));
        Boundary.Invokers none = new Boundary.Invokers((f, a) -> null, (f, a) -> null);
        try (Crossing use = boundary.toGuest(Shelf.USE, new Object[] {shelf.host.tool("hammer")}, none)) {
            assertThatThrownBy(() -> boundary.toHost(Shelf.TOOL.drop(), use.arguments(), none))
                    .isInstanceOf(Trap.class)
                    .hasMessageContaining("a borrowed test:shelf/tools.tool cannot be given away or dropped");
        }
    }

    @Test
    void whatTheGuestIsGivenIsItsOwnUntilItGivesItBack() {
        Tool hammer = shelf.host.tool("hammer");
        shelf.exports().api().keep(hammer);
        shelf.inGuest(() -> assertThat(shelf.kept.get(0).name()).isEqualTo("hammer"));
        assertThat(shelf.exports().api().give()).isSameAs(hammer);
        assertThat(shelf.host.closed).isEmpty();
    }

    @Test
    void theGuestCannotGiveTheSameImportTwice() {
        shelf.exports().api().keep(shelf.host.tool("hammer"));
        shelf.kept.add(shelf.kept.get(0));
        shelf.exports().api().give();
        assertThatThrownBy(() -> shelf.exports().api().give())
                .isInstanceOf(Trap.class)
                .hasMessageContaining("was given away in a call of test:shelf/api#give");
    }

    @Test
    void anImportsResourceIsNotTheExportsOfTheSameName() {
        Boundary boundary = new Boundary("test", List.of(Shelf.THINGS_TYPE));
        Boundary.Invokers none = new Boundary.Invokers((f, a) -> null, (f, a) -> null);
        Object imported;
        try (Crossing make = boundary.toHost(Shelf.THING_NEW, new Object[] {"a"}, none)) {
            imported = make.result(shelf.host.thing("a"));
        }
        try (Crossing make = boundary.toGuest(Shelf.THING_NEW, new Object[] {"a"}, none)) {
            assertThatThrownBy(() -> make.result(imported))
                    .isInstanceOf(Trap.class)
                    .hasMessageContaining(
                            "a test:shelf/things.thing of the other side was given where the giver implements the resource"
                                    + " itself");
        }
    }

    @Test
    void theErrorOfAnImportIsNoErrorOfTheExportIfItIsAResource() {
        LinkedShelf forwarding = new LinkedShelf(imports -> new Forwarding(imports.things()));
        Thing thing = forwarding.exports().things().thing("a");
        assertThatThrownBy(() -> forwarding.exports().things().refuse(thing))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("of the other side was given");
    }

    /** Answers an export with the error of an import, whose resource has the same Java type. */
    private record Forwarding(Shelf.Things imported) implements Shelf.Things {
        @Override
        public Thing thing(String name) {
            return new ShelfKeeper().thing(name);
        }

        @Override
        public String take(Thing it) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String look(Thing it) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void both(Thing lent, Thing given) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Thing> reverse(List<Thing> all) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void refuse(Thing it) {
            imported.refuse(imported.thing("inner"));
        }

        @Override
        public StreamReader<Long> count(StreamReader<Long> all) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void anOwnHandleInAnErrorBelongsToWhoCatches() {
        shelf.inGuest(() -> {
            Thing thing = shelf.things.thing("a");
            try {
                shelf.things.refuse(thing);
            } catch (ThingException e) {
                assertThat(e.error()).isInstanceOf(Proxy.class).isNotSameAs(thing);
                assertThat(e.error().name()).isEqualTo("a");
                e.error().close();
            }
        });
        assertThat(shelf.host.closed).containsExactly("a");
    }

    @Test
    void aResourceIsNotGivenToTheSameSideTwice() {
        ShelfKeeper host = new ShelfKeeper();
        Thing shared = host.thing("shared");
        Boundary boundary = new Boundary("test", List.of());
        Boundary.Invokers none = new Boundary.Invokers((f, a) -> null, (f, a) -> null);
        try (Crossing make = boundary.toHost(Shelf.THING_NEW, new Object[] {"a"}, none)) {
            make.result(shared);
            assertThatThrownBy(() -> make.result(shared))
                    .isInstanceOf(Trap.class)
                    .hasMessageContaining("the same test:shelf/things.thing was given away twice");
        }
    }

    @Test
    void aTrapThatTheGuestSwallowsStaysItsEnd() {
        shelf.trapsInGuest(
                () -> {
                    try {
                        shelf.things.look(shelf.guest.thing("forged"));
                    } catch (Throwable swallowed) {
                        // What a careless guest does.
                    }
                },
                "an object of");
    }

    @Test
    void aTrapInCloseIsNotLostBehindTheErrorBeforeIt() {
        shelf.trapsInGuest(
                () -> {
                    try (Thing thing = shelf.things.thing("a");
                            Thing other = shelf.things.thing("b")) {
                        assertThat(thing.same(other)).isFalse();
                        shelf.things.look(shelf.guest.thing("forged"));
                    } catch (Trap e) {
                        assertThat(e.getSuppressed()).hasSize(2);
                    }
                },
                "an object of");
        assertThat(shelf.host.closed).isEmpty();
    }

    @Test
    void anImportCannotBeCalledWhileAnotherRuns() {
        shelf.host.whenLooking = () -> shelf.things.thing("nested");
        shelf.trapsInGuest(
                () -> shelf.things.look(shelf.things.thing("a")),
                "test:shelf/things#[constructor]thing was called while another import was running");
    }

    @Test
    void theGuestCannotBeEnteredWhileItRuns() {
        shelf.host.whenLooking = () -> shelf.exports().api().run();
        shelf.trapsInGuest(
                () -> shelf.things.look(shelf.things.thing("a")),
                "test:shelf/api#run was called while another call of the guest was running");
    }

    @Test
    void aMistakeOfTheHostIsNotTheEndOfTheGuest() {
        Thing thing = shelf.exports().things().thing("mine");
        thing.close();
        assertThatThrownBy(thing::name).isInstanceOf(Trap.class).hasMessageContaining("was closed");
        assertThatThrownBy(() -> shelf.exports().things().look(shelf.host.thing("forged")))
                .isInstanceOf(Trap.class)
                .hasMessageContaining("is expected");
        assertThat(shelf.exports().things().thing("another").name()).isEqualTo("another");
        assertThat(shelf.guest.closed).containsExactly("mine");
    }

    @Test
    void anExceptionThatIsNoDeclaredErrorIsATrap() {
        shelf.trapsInGuest(
                () -> {
                    throw new IllegalStateException("broken");
                },
                "test:shelf/api#run failed: java.lang.IllegalStateException: broken");
    }

    @Test
    void anErrorOfAnImportThatNobodyHandlesIsATrap() {
        shelf.trapsInGuest(
                () -> shelf.things.refuse(shelf.things.thing("a")),
                "test:shelf/api#run failed with an error that it does not declare");
    }

    @Test
    void anImportIsCalledByTheThreadOfTheCall() {
        shelf.trapsInGuest(
                () -> {
                    Thread other = new Thread(() -> {
                        try {
                            shelf.things.thing("a");
                        } catch (Trap expected) {
                            // The instance is over, which the thread that called it notices.
                        }
                    });
                    other.start();
                    other.join();
                },
                "was called by another thread");
    }

    @Test
    void aStreamIsReadThroughItsHandleInBothDirections() {
        shelf.inGuest(() -> {
            List<Long> rest = new ArrayList<>(List.of(1L, 2L, 3L));
            StreamReader<Long> sums = shelf.things.count(max -> {
                List<Long> next = List.copyOf(rest.subList(0, Math.min(max, rest.size())));
                rest.subList(0, next.size()).clear();
                return next;
            });
            assertThat(sums).isInstanceOf(Proxy.class);
            assertThat(sums.read(2)).containsExactly(1L, 3L);
            assertThat(sums.read(2)).containsExactly(6L);
            assertThat(sums.read(2)).isEmpty();
            sums.close();
        });
    }

    @Test
    void aStreamIsMovedAndCannotBeReadByItsGiver() {
        shelf.trapsInGuest(
                () -> {
                    StreamReader<Long> sums = shelf.things.count(max -> List.of());
                    shelf.things.count(sums);
                    sums.read(1);
                },
                "the stream<u32> was given away in a call of test:shelf/things#count");
    }

    @Test
    void unloadingClosesWhatTheGuestStillOwns() {
        shelf.inGuest(() -> {
            shelf.things.thing("a");
            shelf.things.thing("b").close();
            shelf.things.thing("c");
        });
        shelf.instance.close();
        assertThat(shelf.host.closed).containsExactly("b", "a", "c");
    }

    @Test
    void handlesAreSavedAndComeBackUnderTheirNumbers() {
        Boundary boundary = new Boundary("test", List.of());
        Boundary.Invokers none = new Boundary.Invokers((f, a) -> null, (f, a) -> null);
        List<Thing> made = new ArrayList<>();
        for (String name : List.of("a", "b", "c", "d")) {
            made.add(make(boundary, name));
        }
        for (int index : new int[] {1, 2}) {
            boundary.toHost(Shelf.TAKE, new Object[] {made.get(index)}, none).close();
        }
        assertThat(boundary.number(made.get(2))).isEqualTo(3);
        Boundary.SavedHandles<String> saved = boundary.save((type, thing) -> ((Thing) thing).name());
        assertThat(saved)
                .isEqualTo(new Boundary.SavedHandles<>(
                        List.of(
                                new Boundary.SavedHandle<>(1, "test:shelf/things.thing", "a"),
                                new Boundary.SavedHandle<>(4, "test:shelf/things.thing", "d")),
                        List.of(2, 3),
                        List.of()));

        Boundary again = new Boundary("test", List.of());
        again.restore(saved, name -> Shelf.THING, (type, name) -> shelf.host.thing(name));
        assertThat(again.save((type, thing) -> ((Thing) thing).name())).isEqualTo(saved);
        assertThat(List.of(make(again, "e"), make(again, "f"), make(again, "g")))
                .extracting(again::number)
                .containsExactly(3, 2, 5);
        assertThat(again.guestProxy(4, none.forGuest()).map(again::number)).contains(4);
        assertThat(again.guestProxy(6, none.forGuest())).isEmpty();
    }

    private Thing make(Boundary boundary, String name) {
        Boundary.Invokers none = new Boundary.Invokers((f, a) -> null, (f, a) -> null);
        try (Crossing make = boundary.toHost(Shelf.THING_NEW, new Object[] {name}, none)) {
            return Shelf.THING.javaType().cast(make.result(shelf.host.thing(name)));
        }
    }

    @Test
    void aLostResourceTrapsWhenItIsUsedAndNotBefore() {
        Thing lost = Shelf.THING.lost();
        lost.close();
        assertThatThrownBy(lost::name)
                .isInstanceOf(Trap.class)
                .hasMessageContaining("test:shelf/things.thing")
                .hasMessageContaining("was lost");
    }
}

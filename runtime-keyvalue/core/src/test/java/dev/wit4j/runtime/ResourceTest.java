package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.Trap;
import dev.wit4j.journal.Storage;
import dev.wit4j.memory.MemoryStorage;
import dev.wit4j.runtime.ShopWorld.Cart;
import dev.wit4j.runtime.ShopWorld.Shop;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Resources that a guest holds of its host, and those that a caller holds of a guest, live on across restarts. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ResourceTest {
    private final Storage storage = new MemoryStorage();
    private final JavaComponent<TallyInterface.Tallies, Shop, Shop> component =
            JavaComponent.of("shop", ShopWorld.TYPE, ShopGuest::new);

    @Test
    void aResourceThatALocalFunctionMadeIsMadeAgainOnReplay() {
        run(true, shop -> {
            try (Cart cart = shop.create("a")) {
                assertThat(cart.add(2)).isEqualTo(2);
            }
        });
        assertThat(tally("a")).isEqualTo("2");
        run(true, shop -> assertThat(shop.total()).isEqualTo(2));
        assertThat(tally("a")).isEqualTo("2");
    }

    @Test
    void aResourceThatAReadReturnedIsMadeAgainFromItsContent() {
        run(true, shop -> shop.create("a").add(1));
        run(true, shop -> assertThat(shop.find("a")).isTrue());

        run(true, shop -> assertThat(shop.addToFound(5)).isEqualTo(6));
    }

    @Test
    void aResourceWithoutContentAnswersWhatIsRecordedAndIsLostBehindIt() {
        run(false, shop -> shop.create("a").add(1));
        run(false, shop -> {
            shop.find("a");
            assertThat(shop.sumOfFound()).isEqualTo(1);
        });

        run(false, shop -> {
            assertThat(shop.total()).isEqualTo(1);
            assertThatThrownBy(shop::sumOfFound)
                    .isInstanceOf(InvocationFailedException.class)
                    .hasMessageContaining("was lost");
        });
    }

    @Test
    void aResourceOfTheFirstProviderIsNotSavedByTheSecond() {
        AtomicInteger closed = new AtomicInteger();
        HostProvider first = context -> HostFunctions.builder()
                .implement(TallyInterface.TYPE, new CountedTallies(closed))
                .read(TallyInterface.FIND)
                .local(TallyInterface.ADD, TallyInterface.SUM)
                .build();
        try (WorkerHost host = WorkerHost.on(storage)
                .component(component)
                .provider(first)
                .provider(TallyInterface.host(true))
                .retry(RetryPolicy.NONE)
                .build()) {
            Shop shop = host.worker(component, "w").exports();
            assertThat(shop.find("a")).isTrue();
            assertThat(shop.addToFound(5)).isEqualTo(5);
        }
    }

    @Test
    void aResourceOfTheGuestOutlivesItsInstance() {
        try (WorkerHost host = host(true)) {
            Worker<Shop> worker = host.worker(component, "w");
            Cart first = worker.exports().create("a");
            Cart second = worker.exports().create("b");
            first.add(1);
            worker.unload().join();

            assertThat(first.add(1)).isEqualTo(2);
            assertThat(second.add(7)).isEqualTo(7);
            first.close();
            first.close();
            assertThatThrownBy(() -> first.add(1)).isInstanceOf(Trap.class).hasMessageContaining("closed");
            assertThat(second.add(1)).isEqualTo(8);
        }
    }

    @Test
    void aResourceOfOneWorkerCannotBePassedToAnother() {
        try (WorkerHost host = host(true)) {
            Cart cart = host.worker(component, "one").exports().create("a");

            assertThatThrownBy(() -> host.worker(component, "two").exports().check(cart))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("did not give out");
            assertThat(host.worker(component, "one").exports().check(cart)).isEqualTo("a");
            assertThatThrownBy(() -> host.worker(component, "one").exports().check(new ForgedCart()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void whatAGuestTookWhileItWasMadeIsGivenBackIfItCannotBeMade() {
        AtomicInteger closed = new AtomicInteger();
        JavaComponent<TallyInterface.Tallies, Shop, Shop> failing =
                JavaComponent.of("shop", ShopWorld.TYPE, tallies -> {
                    tallies.open("a");
                    throw new IllegalStateException("not today");
                });
        HostProvider counting = context -> HostFunctions.builder()
                .implement(TallyInterface.TYPE, new CountedTallies(closed))
                .local(TallyInterface.OPEN)
                .build();
        try (WorkerHost host = WorkerHost.on(storage)
                .component(failing)
                .provider(counting)
                .retry(RetryPolicy.NONE)
                .build()) {
            assertThatThrownBy(() -> host.worker(failing, "w").exports().total())
                    .isInstanceOf(WorkerStoppedException.class)
                    .hasMessageContaining("not today");
        }
        assertThat(closed).hasValue(1);
    }

    /** Gives out tallies that tell when they are closed. */
    private record CountedTallies(AtomicInteger closed) implements TallyInterface.Tallies {
        @Override
        public TallyInterface.Tally open(String name) {
            return new TallyInterface.Tally() {
                @Override
                public long add(long n) {
                    return n;
                }

                @Override
                public long sum() {
                    return 0;
                }

                @Override
                public void close() {
                    closed.incrementAndGet();
                }
            };
        }

        @Override
        public Optional<TallyInterface.Tally> find(String name) {
            return Optional.of(open(name));
        }
    }

    private String tally(String name) {
        return storage.buckets().get("tallies", name).map(Bytes::toUtf8String).orElse("absent");
    }

    private void run(boolean saved, Consumer<Shop> calls) {
        try (WorkerHost host = host(saved)) {
            calls.accept(host.worker(component, "w").exports());
        }
    }

    private WorkerHost host(boolean saved) {
        return WorkerHost.on(storage)
                .component(component)
                .provider(TallyInterface.host(saved))
                .retry(RetryPolicy.NONE)
                .build();
    }

    private static final class ForgedCart implements Cart {
        @Override
        public long add(long n) {
            return n;
        }

        @Override
        public void close() {}
    }
}

package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.Trap;
import dev.wit4j.component.Codecs;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.FunctionType.Kind;
import dev.wit4j.component.Handle;
import dev.wit4j.component.InterfaceType;
import dev.wit4j.component.Invoker;
import dev.wit4j.component.Proxy;
import dev.wit4j.component.ResourceType;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.component.WorldType;
import dev.wit4j.journal.Storage;
import dev.wit4j.memory.MemoryStorage;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Resources that a guest holds of its host, and those that a caller holds of a guest, live on across restarts. */
@Timeout(60)
class ResourceTest {
    private final Storage storage = new MemoryStorage();

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

    /** {@code resource cart { add: func(n: u64) -> u64; }}. */
    interface Cart extends Resource {
        long add(long n);
    }

    /** {@code test:shop/carts}. */
    interface Shop {
        /** {@code create: func(name: string) -> cart}. */
        Cart create(String name);

        /** {@code check: func(cart: borrow<cart>) -> string}: the name of the cart. */
        String check(Cart cart);

        /** {@code find: func(name: string) -> bool}: whether there is a tally of that name, which the guest then holds. */
        boolean find(String name);

        /** {@code add-to-found: func(n: u64) -> u64}. */
        long addToFound(long n);

        /** {@code sum-of-found: func() -> u64}. */
        long sumOfFound();

        /** {@code total: func() -> u64}: the last sum that the guest has seen. */
        long total();
    }

    private static final String SHOP = "test:shop/carts";
    private static final ResourceType<Cart> CART = new ResourceType<>(SHOP, "cart", Cart.class, CartProxy::new);
    private static final FunctionType ADD = function(
            "[method]cart.add",
            Kind.METHOD,
            Codecs.U64,
            (target, arguments) -> ((Cart) target).add((Long) arguments[0]),
            CART.borrow(),
            Codecs.U64);
    private static final FunctionType CREATE = function(
            "create",
            Kind.FREESTANDING,
            CART.own(),
            (target, arguments) -> ((Shop) target).create((String) arguments[0]),
            Codecs.STRING);
    private static final FunctionType CHECK = function(
            "check",
            Kind.FREESTANDING,
            Codecs.STRING,
            (target, arguments) -> ((Shop) target).check((Cart) arguments[0]),
            CART.borrow());
    private static final FunctionType FIND = function(
            "find",
            Kind.FREESTANDING,
            Codecs.BOOL,
            (target, arguments) -> ((Shop) target).find((String) arguments[0]),
            Codecs.STRING);
    private static final FunctionType ADD_TO_FOUND = function(
            "add-to-found",
            Kind.FREESTANDING,
            Codecs.U64,
            (target, arguments) -> ((Shop) target).addToFound((Long) arguments[0]),
            Codecs.U64);
    private static final FunctionType SUM_OF_FOUND = function(
            "sum-of-found", Kind.FREESTANDING, Codecs.U64, (target, arguments) -> ((Shop) target).sumOfFound());
    private static final FunctionType TOTAL =
            function("total", Kind.FREESTANDING, Codecs.U64, (target, arguments) -> ((Shop) target).total());

    private final JavaComponent<TallyInterface.Tallies, Shop, Shop> component =
            JavaComponent.of("shop", new ShopWorld(), ShopGuest::new);

    private static final class ShopWorld extends WorldType<TallyInterface.Tallies, Shop, Shop> {
        ShopWorld() {
            super(
                    "test:shop/world",
                    List.of(new Item(TallyInterface.NAME, TallyInterface.TYPE)),
                    List.of(new Item(
                            SHOP,
                            new InterfaceType(
                                    SHOP,
                                    List.of(
                                            CREATE,
                                            CHECK,
                                            FIND,
                                            ADD_TO_FOUND,
                                            SUM_OF_FOUND,
                                            TOTAL,
                                            ADD,
                                            CART.drop())))));
        }

        @Override
        public TallyInterface.Tallies imports(Function<String, Invoker> invokers) {
            Invoker invoker = invokers.apply(TallyInterface.NAME);
            return new TallyInterface.Tallies() {
                @Override
                public TallyInterface.Tally open(String name) {
                    return invoker.call(TallyInterface.OPEN, name);
                }

                @Override
                public Optional<TallyInterface.Tally> find(String name) {
                    return invoker.call(TallyInterface.FIND, name);
                }
            };
        }

        @Override
        public Object imported(TallyInterface.Tallies imports, String item) {
            return imports;
        }

        @Override
        public Object exported(Shop guest, String item) {
            return guest;
        }

        @Override
        public Shop exports(Function<String, Invoker> invokers) {
            return new ShopProxy(invokers.apply(SHOP));
        }
    }

    private record ShopProxy(Invoker invoker) implements Shop {
        @Override
        public Cart create(String name) {
            return invoker.call(CREATE, name);
        }

        @Override
        public String check(Cart cart) {
            return invoker.call(CHECK, cart);
        }

        @Override
        public boolean find(String name) {
            return invoker.<Boolean>call(FIND, name);
        }

        @Override
        public long addToFound(long n) {
            return invoker.<Long>call(ADD_TO_FOUND, n);
        }

        @Override
        public long sumOfFound() {
            return invoker.<Long>call(SUM_OF_FOUND);
        }

        @Override
        public long total() {
            return invoker.<Long>call(TOTAL);
        }
    }

    private record CartProxy(Handle handle) implements Cart, Proxy {
        @Override
        public long add(long n) {
            return handle.<Long>call(ADD, this, n);
        }

        @Override
        public void close() {
            handle.close();
        }
    }

    private static final class ForgedCart implements Cart {
        @Override
        public long add(long n) {
            return n;
        }

        @Override
        public void close() {}
    }

    /** Each of its carts holds a tally of its host. */
    private static final class ShopGuest implements Shop {
        private final TallyInterface.Tallies tallies;
        private Optional<TallyInterface.Tally> found = Optional.empty();
        private long total;

        ShopGuest(TallyInterface.Tallies tallies) {
            this.tallies = tallies;
        }

        @Override
        public Cart create(String name) {
            return new OwnCart(name, tallies.open(name));
        }

        @Override
        public String check(Cart cart) {
            return ((OwnCart) cart).name;
        }

        @Override
        public boolean find(String name) {
            found = tallies.find(name);
            return found.isPresent();
        }

        @Override
        public long addToFound(long n) {
            total = found.orElseThrow().add(n);
            return total;
        }

        @Override
        public long sumOfFound() {
            total = found.orElseThrow().sum();
            return total;
        }

        @Override
        public long total() {
            return total;
        }

        private final class OwnCart implements Cart {
            private final String name;
            private final TallyInterface.Tally tally;

            OwnCart(String name, TallyInterface.Tally tally) {
                this.name = name;
                this.tally = tally;
            }

            @Override
            public long add(long n) {
                total = tally.add(n);
                return total;
            }

            @Override
            public void close() {
                tally.close();
            }
        }
    }

    private static FunctionType function(
            String name, Kind kind, ValueCodec<?> result, FunctionType.Call call, ValueCodec<?>... parameters) {
        return new FunctionType(
                SHOP,
                name,
                kind,
                false,
                IntStream.range(0, parameters.length)
                        .mapToObj(i -> new FunctionType.Parameter("p" + i, parameters[i]))
                        .toList(),
                Optional.of(result),
                Optional.empty(),
                call);
    }
}

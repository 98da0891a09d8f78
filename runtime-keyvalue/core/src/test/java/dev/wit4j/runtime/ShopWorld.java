package dev.wit4j.runtime;

import dev.wit4j.Resource;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** A world that has resources on both sides, as generated code would have it: it gives out carts, and uses tallies of its host. */
final class ShopWorld extends WorldType<TallyInterface.Tallies, ShopWorld.Shop, ShopWorld.Shop> {
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

    static final String SHOP = "test:shop/carts";
    static final ResourceType<Cart> CART = new ResourceType<>(SHOP, "cart", Cart.class, CartProxy::new);
    static final FunctionType ADD = function(
            "[method]cart.add",
            Kind.METHOD,
            Codecs.U64,
            (target, arguments) -> ((Cart) target).add((Long) arguments[0]),
            CART.borrow(),
            Codecs.U64);
    static final FunctionType CREATE = function(
            "create",
            Kind.FREESTANDING,
            CART.own(),
            (target, arguments) -> ((Shop) target).create((String) arguments[0]),
            Codecs.STRING);
    static final FunctionType CHECK = function(
            "check",
            Kind.FREESTANDING,
            Codecs.STRING,
            (target, arguments) -> ((Shop) target).check((Cart) arguments[0]),
            CART.borrow());
    static final FunctionType FIND = function(
            "find",
            Kind.FREESTANDING,
            Codecs.BOOL,
            (target, arguments) -> ((Shop) target).find((String) arguments[0]),
            Codecs.STRING);
    static final FunctionType ADD_TO_FOUND = function(
            "add-to-found",
            Kind.FREESTANDING,
            Codecs.U64,
            (target, arguments) -> ((Shop) target).addToFound((Long) arguments[0]),
            Codecs.U64);
    static final FunctionType SUM_OF_FOUND = function(
            "sum-of-found", Kind.FREESTANDING, Codecs.U64, (target, arguments) -> ((Shop) target).sumOfFound());
    static final FunctionType TOTAL =
            function("total", Kind.FREESTANDING, Codecs.U64, (target, arguments) -> ((Shop) target).total());

    /** Behind the tables that it is made of. */
    static final ShopWorld TYPE = new ShopWorld();

    private ShopWorld() {
        super(
                "test:shop/world",
                List.of(new Item(TallyInterface.NAME, TallyInterface.TYPE)),
                List.of(new Item(
                        SHOP,
                        new InterfaceType(
                                SHOP,
                                List.of(CREATE, CHECK, FIND, ADD_TO_FOUND, SUM_OF_FOUND, TOTAL, ADD, CART.drop())))));
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

package dev.wit4j.component;

import dev.wit4j.ErrorResultException;
import dev.wit4j.Owned;
import dev.wit4j.Resource;
import dev.wit4j.StreamReader;
import dev.wit4j.component.FunctionType.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a generator would make of a world that imports and exports one interface, {@code things}, imports {@code tools}, and
 * exports {@code api}.
 */
final class Shelf {
    interface Thing extends Resource {
        String name();

        boolean same(Thing other);

        void absorb(@Owned Thing other);
    }

    interface Things {
        Thing thing(String name);

        String take(@Owned Thing it);

        String look(Thing it);

        void both(Thing lent, @Owned Thing given);

        List<Thing> reverse(List<@Owned Thing> all);

        /** Fails with what it was given as its error. */
        void refuse(@Owned Thing it);

        StreamReader<Long> count(StreamReader<Long> all);
    }

    static final class ThingException extends ErrorResultException {
        private static final long serialVersionUID = 1;

        private final transient Thing error;

        ThingException(Thing error) {
            super("thing");
            this.error = error;
        }

        @Override
        public Thing error() {
            return error;
        }
    }

    interface Tool extends Resource {
        String name();
    }

    interface Tools {
        Tool tool(String name);
    }

    interface Api {
        String run();

        String use(Tool it);

        void keep(@Owned Tool it);

        Tool give();
    }

    record Imports(Things things, Tools tools) {}

    interface Guest {
        Things things();

        Api api();
    }

    record Exports(Things things, Api api) {}

    private static final String THINGS = "test:shelf/things";
    private static final String TOOLS = "test:shelf/tools";
    private static final String API = "test:shelf/api";

    static final ResourceType<Thing> THING = new ResourceType<>(THINGS, "thing", Thing.class, ThingProxy::new);
    static final ResourceType<Tool> TOOL = new ResourceType<>(TOOLS, "tool", Tool.class, ToolProxy::new);

    private static final ValueCodec<List<Thing>> LIST = Codecs.list(THING.own());
    private static final ValueCodec<StreamReader<Long>> STREAM = Codecs.stream(Codecs.U32);

    static final FunctionType THING_NEW = new FunctionType(
            THINGS,
            "[constructor]thing",
            Kind.CONSTRUCTOR,
            false,
            List.of(parameter("name", Codecs.STRING)),
            Optional.of(THING.own()),
            Optional.empty(),
            (target, a) -> ((Things) target).thing((String) a[0]));
    static final FunctionType THING_NAME = new FunctionType(
            THINGS,
            "[method]thing.name",
            Kind.METHOD,
            false,
            List.of(parameter("self", THING.borrow())),
            Optional.of(Codecs.STRING),
            Optional.empty(),
            (target, a) -> ((Thing) target).name());
    static final FunctionType THING_SAME = new FunctionType(
            THINGS,
            "[method]thing.same",
            Kind.METHOD,
            false,
            List.of(parameter("self", THING.borrow()), parameter("other", THING.borrow())),
            Optional.of(Codecs.BOOL),
            Optional.empty(),
            (target, a) -> ((Thing) target).same((Thing) a[0]));
    static final FunctionType THING_ABSORB = new FunctionType(
            THINGS,
            "[method]thing.absorb",
            Kind.METHOD,
            false,
            List.of(parameter("self", THING.borrow()), parameter("other", THING.own())),
            Optional.empty(),
            Optional.empty(),
            (target, a) -> {
                ((Thing) target).absorb((Thing) a[0]);
                return null;
            });
    static final FunctionType TAKE = new FunctionType(
            THINGS,
            "take",
            Kind.FREESTANDING,
            false,
            List.of(parameter("it", THING.own())),
            Optional.of(Codecs.STRING),
            Optional.empty(),
            (target, a) -> ((Things) target).take((Thing) a[0]));
    static final FunctionType LOOK = new FunctionType(
            THINGS,
            "look",
            Kind.FREESTANDING,
            false,
            List.of(parameter("it", THING.borrow())),
            Optional.of(Codecs.STRING),
            Optional.empty(),
            (target, a) -> ((Things) target).look((Thing) a[0]));
    static final FunctionType BOTH = new FunctionType(
            THINGS,
            "both",
            Kind.FREESTANDING,
            false,
            List.of(parameter("lent", THING.borrow()), parameter("given", THING.own())),
            Optional.empty(),
            Optional.empty(),
            (target, a) -> {
                ((Things) target).both((Thing) a[0], (Thing) a[1]);
                return null;
            });
    static final FunctionType REVERSE = new FunctionType(
            THINGS,
            "reverse",
            Kind.FREESTANDING,
            false,
            List.of(parameter("all", LIST)),
            Optional.of(LIST),
            Optional.empty(),
            (target, a) -> ((Things) target).reverse(cast(a[0])));
    static final FunctionType REFUSE = new FunctionType(
            THINGS,
            "refuse",
            Kind.FREESTANDING,
            false,
            List.of(parameter("it", THING.own())),
            Optional.empty(),
            Optional.of(new FunctionType.Failure(Optional.of(THING.own()), error -> new ThingException((Thing) error))),
            (target, a) -> {
                ((Things) target).refuse((Thing) a[0]);
                return null;
            });
    static final FunctionType COUNT = new FunctionType(
            THINGS,
            "count",
            Kind.FREESTANDING,
            false,
            List.of(parameter("all", STREAM)),
            Optional.of(STREAM),
            Optional.empty(),
            (target, a) -> ((Things) target).count(cast(a[0])));
    static final InterfaceType THINGS_TYPE = new InterfaceType(
            THINGS,
            List.of(
                    THING_NEW,
                    THING_NAME,
                    THING_SAME,
                    THING_ABSORB,
                    THING.drop(),
                    TAKE,
                    LOOK,
                    BOTH,
                    REVERSE,
                    REFUSE,
                    COUNT));

    static final FunctionType TOOL_NEW = new FunctionType(
            TOOLS,
            "[constructor]tool",
            Kind.CONSTRUCTOR,
            false,
            List.of(parameter("name", Codecs.STRING)),
            Optional.of(TOOL.own()),
            Optional.empty(),
            (target, a) -> ((Tools) target).tool((String) a[0]));
    static final FunctionType TOOL_NAME = new FunctionType(
            TOOLS,
            "[method]tool.name",
            Kind.METHOD,
            false,
            List.of(parameter("self", TOOL.borrow())),
            Optional.of(Codecs.STRING),
            Optional.empty(),
            (target, a) -> ((Tool) target).name());
    static final InterfaceType TOOLS_TYPE = new InterfaceType(TOOLS, List.of(TOOL_NEW, TOOL_NAME, TOOL.drop()));

    static final FunctionType RUN = new FunctionType(
            API,
            "run",
            Kind.FREESTANDING,
            false,
            List.of(),
            Optional.of(Codecs.STRING),
            Optional.empty(),
            (target, a) -> ((Api) target).run());
    static final FunctionType USE = new FunctionType(
            API,
            "use",
            Kind.FREESTANDING,
            false,
            List.of(parameter("it", TOOL.borrow())),
            Optional.of(Codecs.STRING),
            Optional.empty(),
            (target, a) -> ((Api) target).use((Tool) a[0]));
    static final FunctionType KEEP = new FunctionType(
            API,
            "keep",
            Kind.FREESTANDING,
            false,
            List.of(parameter("it", TOOL.own())),
            Optional.empty(),
            Optional.empty(),
            (target, a) -> {
                ((Api) target).keep((Tool) a[0]);
                return null;
            });
    static final FunctionType GIVE = new FunctionType(
            API,
            "give",
            Kind.FREESTANDING,
            false,
            List.of(),
            Optional.of(TOOL.own()),
            Optional.empty(),
            (target, a) -> ((Api) target).give());
    static final InterfaceType API_TYPE = new InterfaceType(API, List.of(RUN, USE, KEEP, GIVE));

    static final WorldType<Imports, Guest, Exports> WORLD =
            new WorldType<>(
                    "test:shelf/world",
                    List.of(new WorldType.Item(THINGS, THINGS_TYPE), new WorldType.Item(TOOLS, TOOLS_TYPE)),
                    List.of(new WorldType.Item(THINGS, THINGS_TYPE), new WorldType.Item(API, API_TYPE))) {
                @Override
                public Imports imports(Function<String, Invoker> invokers) {
                    return new Imports(new ThingsProxy(invokers.apply(THINGS)), new ToolsProxy(invokers.apply(TOOLS)));
                }

                @Override
                public Object imported(Imports imports, String item) {
                    return item.equals(THINGS) ? imports.things() : imports.tools();
                }

                @Override
                public Object exported(Guest guest, String item) {
                    return item.equals(THINGS) ? guest.things() : guest.api();
                }

                @Override
                public Exports exports(Function<String, Invoker> invokers) {
                    return new Exports(new ThingsProxy(invokers.apply(THINGS)), new ApiProxy(invokers.apply(API)));
                }
            };

    private Shelf() {}

    private record ThingProxy(Handle handle) implements Thing, Proxy {
        @Override
        public String name() {
            return handle.call(THING_NAME, this);
        }

        @Override
        public boolean same(Thing other) {
            return handle.call(THING_SAME, this, other);
        }

        @Override
        public void absorb(Thing other) {
            handle.invoke(THING_ABSORB, this, other);
        }

        @Override
        public void close() {
            handle.close();
        }
    }

    private record ThingsProxy(Invoker invoker) implements Things {
        @Override
        public Thing thing(String name) {
            return invoker.call(THING_NEW, name);
        }

        @Override
        public String take(Thing it) {
            return invoker.call(TAKE, it);
        }

        @Override
        public String look(Thing it) {
            return invoker.call(LOOK, it);
        }

        @Override
        public void both(Thing lent, Thing given) {
            invoker.invoke(BOTH, lent, given);
        }

        @Override
        public List<Thing> reverse(List<Thing> all) {
            return invoker.call(REVERSE, all);
        }

        @Override
        public void refuse(Thing it) {
            invoker.invoke(REFUSE, it);
        }

        @Override
        public StreamReader<Long> count(StreamReader<Long> all) {
            return invoker.call(COUNT, all);
        }
    }

    private record ToolProxy(Handle handle) implements Tool, Proxy {
        @Override
        public String name() {
            return handle.call(TOOL_NAME, this);
        }

        @Override
        public void close() {
            handle.close();
        }
    }

    private record ToolsProxy(Invoker invoker) implements Tools {
        @Override
        public Tool tool(String name) {
            return invoker.call(TOOL_NEW, name);
        }
    }

    private record ApiProxy(Invoker invoker) implements Api {
        @Override
        public String run() {
            return invoker.call(RUN);
        }

        @Override
        public String use(Tool it) {
            return invoker.call(USE, it);
        }

        @Override
        public void keep(Tool it) {
            invoker.invoke(KEEP, it);
        }

        @Override
        public Tool give() {
            return invoker.call(GIVE);
        }
    }

    private static FunctionType.Parameter parameter(String name, ValueCodec<?> codec) {
        return new FunctionType.Parameter(name, codec);
    }

    @SuppressWarnings("unchecked")
    private static <T> T cast(Object value) {
        return (T) value;
    }
}

package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.Resource;
import dev.wit4j.component.Codecs;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.FunctionType.Kind;
import dev.wit4j.component.Handle;
import dev.wit4j.component.InterfaceType;
import dev.wit4j.component.Proxy;
import dev.wit4j.component.ResourceType;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Outcome;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code test:tally/tallies}, as generated code would have it, and a host of it: a resource whose method is a write, made by a
 * local function or by a read.
 */
final class TallyInterface {
    static final String NAME = "test:tally/tallies";

    /** {@code resource tally { open: static func(name: string) -> tally; add: func(n: u64) -> u64; }}. */
    interface Tally extends Resource {
        long add(long n);
    }

    /** {@code find: func(name: string) -> option<tally>}, and what makes tallies. */
    interface Tallies {
        Tally open(String name);

        Optional<Tally> find(String name);
    }

    static final ResourceType<Tally> TALLY = new ResourceType<>(NAME, "tally", Tally.class, TallyProxy::new);
    static final FunctionType OPEN = function(
            "[static]tally.open",
            Kind.STATIC,
            List.of(parameter("name", Codecs.STRING)),
            TALLY.own(),
            (target, arguments) -> ((Tallies) target).open((String) arguments[0]));
    static final FunctionType ADD = function(
            "[method]tally.add",
            Kind.METHOD,
            List.of(parameter("self", TALLY.borrow()), parameter("n", Codecs.U64)),
            Codecs.U64,
            (target, arguments) -> ((Tally) target).add((Long) arguments[0]));
    static final FunctionType FIND = function(
            "find",
            Kind.FREESTANDING,
            List.of(parameter("name", Codecs.STRING)),
            Codecs.option(TALLY.own()),
            (target, arguments) -> ((Tallies) target).find((String) arguments[0]));
    static final InterfaceType TYPE = new InterfaceType(NAME, List.of(OPEN, ADD, FIND, TALLY.drop()));

    private TallyInterface() {}

    private record TallyProxy(Handle handle) implements Tally, Proxy {
        @Override
        public long add(long n) {
            return handle.<Long>call(ADD, this, n);
        }

        @Override
        public void close() {
            handle.close();
        }
    }

    /** A host of tallies in the bucket {@code tallies}; {@code saved} says whether their content can be saved. */
    static HostProvider host(boolean saved) {
        return context -> {
            HostFunctions.Builder host = HostFunctions.builder()
                    .implement(TYPE, new StoredTallies(context))
                    .local(OPEN)
                    .read(FIND)
                    .write(ADD, new Add());
            if (saved) {
                host.content(TALLY, new Content());
            }
            return host.build();
        };
    }

    private record StoredTally(String name) implements Tally {
        @Override
        public long add(long n) {
            throw new AssertionError("a write is not called");
        }

        @Override
        public void close() {}
    }

    private record StoredTallies(HostContext context) implements Tallies {
        @Override
        public Tally open(String name) {
            return new StoredTally(new String(name));
        }

        @Override
        public Optional<Tally> find(String name) {
            return context.buckets().exists("tallies", name) ? Optional.of(open(name)) : Optional.empty();
        }
    }

    private static final class Add implements WriteFunction {
        @Override
        public Effect effect(Object target, Object[] arguments) {
            return new Effect.Increment(
                    "tallies", ((StoredTally) target).name(), (Long) arguments[0], Effect.Range.UNSIGNED);
        }

        @Override
        public @Nullable Object result(Object target, Object[] arguments, Outcome outcome) {
            return ((Outcome.Number) outcome).bits();
        }
    }

    private static final class Content implements ResourceContent<Tally> {
        @Override
        public Bytes save(Tally resource) {
            return Bytes.utf8(((StoredTally) resource).name());
        }

        @Override
        public Tally load(Bytes content) {
            return new StoredTally(content.toUtf8String());
        }
    }

    private static FunctionType.Parameter parameter(String name, ValueCodec<?> codec) {
        return new FunctionType.Parameter(name, codec);
    }

    private static FunctionType function(
            String name,
            Kind kind,
            List<FunctionType.Parameter> parameters,
            ValueCodec<?> result,
            FunctionType.Call call) {
        return new FunctionType(NAME, name, kind, false, parameters, Optional.of(result), Optional.empty(), call);
    }
}

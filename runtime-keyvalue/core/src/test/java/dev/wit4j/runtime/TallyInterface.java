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

/**
 * {@code test:tally/tallies}, as generated code would have it, and a host of it: a resource whose method is a write, made by a
 * local function or by a read.
 */
final class TallyInterface {
    static final String NAME = "test:tally/tallies";

    /** {@code resource tally}. */
    interface Tally extends Resource {
        /** {@code add: func(n: u64) -> u64}: a write. */
        long add(long n);

        /** {@code sum: func() -> u64}: a read. */
        long sum();
    }

    /** {@code interface tallies}. */
    interface Tallies {
        /** {@code open: static func(name: string) -> tally}, of the resource: local. */
        Tally open(String name);

        /** {@code find: func(name: string) -> option<tally>}: a read. */
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
    static final FunctionType SUM = function(
            "[method]tally.sum",
            Kind.METHOD,
            List.of(parameter("self", TALLY.borrow())),
            Codecs.U64,
            (target, arguments) -> ((Tally) target).sum());
    static final FunctionType FIND = function(
            "find",
            Kind.FREESTANDING,
            List.of(parameter("name", Codecs.STRING)),
            Codecs.option(TALLY.own()),
            (target, arguments) -> ((Tallies) target).find((String) arguments[0]));
    static final InterfaceType TYPE = new InterfaceType(NAME, List.of(OPEN, ADD, SUM, FIND, TALLY.drop()));

    private TallyInterface() {}

    private record TallyProxy(Handle handle) implements Tally, Proxy {
        @Override
        public long add(long n) {
            return handle.<Long>call(ADD, this, n);
        }

        @Override
        public long sum() {
            return handle.<Long>call(SUM, this);
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
                    .read(FIND, SUM)
                    .write(ADD);
            if (saved) {
                host.content(TALLY, new Content(context));
            }
            return host.build();
        };
    }

    private record StoredTally(HostContext context, String name) implements Tally {
        @Override
        public long add(long n) {
            Outcome outcome = context.write(() -> new Effect.Increment("tallies", name, n, Effect.Range.UNSIGNED));
            return ((Outcome.Number) outcome).bits();
        }

        @Override
        public long sum() {
            return Long.parseLong(
                    context.buckets().get("tallies", name).orElseThrow().toUtf8String());
        }

        @Override
        public void close() {}
    }

    private record StoredTallies(HostContext context) implements Tallies {
        @Override
        public Tally open(String name) {
            return new StoredTally(context, name);
        }

        @Override
        public Optional<Tally> find(String name) {
            return context.buckets().exists("tallies", name) ? Optional.of(open(name)) : Optional.empty();
        }
    }

    private record Content(HostContext context) implements ResourceContent<Tally> {
        @Override
        public Bytes save(Tally resource) {
            return Bytes.utf8(((StoredTally) resource).name());
        }

        @Override
        public Tally load(Bytes content) {
            return new StoredTally(context, content.toUtf8String());
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

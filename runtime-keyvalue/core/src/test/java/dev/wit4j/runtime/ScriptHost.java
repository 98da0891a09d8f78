package dev.wit4j.runtime;

import dev.wit4j.ByteStreamReader;
import dev.wit4j.Bytes;
import dev.wit4j.FutureReader;
import dev.wit4j.StreamReader;
import dev.wit4j.StringException;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.WorkerId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** What scripts call, on the bucket {@code b}; and what was sent and asked for, for the tests to see. */
final class ScriptHost implements HostProvider {
    static final WorkerId PEER = new WorkerId("script", "peer");

    final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    final List<String> read = Collections.synchronizedList(new ArrayList<>());

    /** What happens before a read or a message, for the tests to fail it. */
    volatile Runnable before = () -> {};

    /** Whom a worker calls as its peer. */
    volatile UnaryOperator<WorkerId> peer = worker -> PEER;

    @Override
    public HostFunctions open(HostContext context) {
        return HostFunctions.builder()
                .implement(ScriptWorld.HOST, new Functions(context))
                .read(ScriptWorld.GET)
                .read(ScriptWorld.NOW, (arguments, now) -> context.clock().atLeast((Long) now))
                .read(ScriptWorld.WAIT, (arguments, none) -> context.clock().atLeast((Long) arguments[0]))
                .write(ScriptWorld.INCREMENT, ScriptWorld.SET)
                .atMostOnce(ScriptWorld.SEND, ScriptWorld.FIRST)
                .repeatable(ScriptWorld.POST)
                .local(ScriptWorld.UPPER)
                .worker(ScriptWorld.PEER, peer.apply(context.worker()), "test:script/runner")
                .build();
    }

    private final class Functions implements ScriptWorld.Host {
        private final HostContext context;

        Functions(HostContext context) {
            this.context = context;
        }

        @Override
        public Optional<String> get(String key) {
            before.run();
            read.add(key);
            return context.buckets().get("b", key).map(Bytes::toUtf8String);
        }

        @Override
        public long increment(String key, long delta) {
            Outcome outcome = context.write(() -> {
                if (key.equals("forbidden")) {
                    throw new StringException("forbidden");
                }
                return new Effect.Increment("b", key, delta, Effect.Range.UNSIGNED);
            });
            if (outcome instanceof Outcome.Number number) {
                return number.bits();
            }
            throw new StringException("refused: " + outcome);
        }

        @Override
        public void set(String key, String value) {
            context.write(() -> new Effect.Put("b", key, Bytes.utf8(value), OptionalLong.empty()));
        }

        @Override
        public String send(String text) {
            sent.add(text);
            before.run();
            return "sent-" + sent.size();
        }

        @Override
        public String post(String text) {
            return send(text);
        }

        @Override
        public List<Long> first(StreamReader<Long> numbers, ByteStreamReader bytes, FutureReader<Long> last) {
            sent.add("first");
            return List.of(numbers.read(1).get(0), (long) bytes.read(2).size(), last.read());
        }

        @Override
        public long now() {
            return context.clock().now();
        }

        @Override
        public void waitUntil(long instant) {
            context.clock().waitUntil(instant);
        }

        @Override
        public String upper(String text) {
            return text.toUpperCase(java.util.Locale.ROOT);
        }
    }
}

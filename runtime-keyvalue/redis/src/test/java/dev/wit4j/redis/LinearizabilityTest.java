package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.redis.FaultPlan.Fault;
import dev.wit4j.redis.KeyHistory.Call;
import dev.wit4j.redis.KeyHistory.Change;
import dev.wit4j.redis.KeyHistory.Look;
import dev.wit4j.redis.KeyHistory.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Workers that share one key of one master see one order of what they do, whatever happens meanwhile. */
@ExtendWith(FaultReport.class)
class LinearizabilityTest {
    private static final int ROUNDS = FaultCampaign.ALL ? 200 : 12;
    private static final int WORKERS = 4;
    private static final int CALLS = 14;
    private static final List<Fault> FAULTS =
            List.of(Fault.NONE, Fault.DROP_REPLY, Fault.CUT_BEFORE, Fault.COME_LATE, Fault.ACT_BEFORE, Fault.ACT_AFTER);

    private static Call look(long begun, long ended, String found) {
        return new Call(new Look(), begun, ended, Optional.of(Optional.of(found)));
    }

    private static Effect put(String value) {
        return new Effect.Put("b", "k", Bytes.utf8(value), OptionalLong.empty());
    }

    private static Call putDone(long begun, long ended, String value) {
        return new Call(new Change(put(value)), begun, ended, Optional.of(Outcome.DONE));
    }

    @Test
    void aValueThatIsSeenMayNotBeOlderThanOneThatWasSeenBefore() {
        Call first = putDone(0, 1, "1");
        Call second = putDone(2, 9, "2");

        assertThat(new KeyHistory(List.of(first, second, look(3, 4, "1"), look(5, 6, "2"))).isLinearizable())
                .isTrue();
        assertThat(new KeyHistory(List.of(first, second, look(3, 4, "2"), look(5, 6, "1"))).isLinearizable())
                .isFalse();
    }

    @Test
    void whatIsNotKnownMayHaveHappenedAtAnyTimeOrNever() {
        Call first = putDone(0, 1, "1");
        Call unknown = Call.unknown(new Change(put("2")), 2);

        assertThat(new KeyHistory(List.of(first, unknown, look(3, 4, "1"), look(8, 9, "2"))).isLinearizable())
                .isTrue();
        assertThat(new KeyHistory(List.of(first, unknown, look(3, 4, "1"))).isLinearizable())
                .isTrue();
        assertThat(new KeyHistory(List.of(first, unknown, look(3, 4, "2"), look(8, 9, "1"))).isLinearizable())
                .isFalse();
    }

    @Test
    void twoSwapsFromTheSameValueAreNotBothDone() {
        Effect swap = new Effect.CompareAndSwap("b", "k", Optional.empty(), Bytes.utf8("1"));
        Call done = new Call(new Change(swap), 0, 9, Optional.of(Outcome.DONE));
        Call not = new Call(new Change(swap), 0, 9, Optional.of(new Outcome.Mismatch(Optional.of(Bytes.utf8("1")))));

        assertThat(new KeyHistory(List.of(done, not)).isLinearizable()).isTrue();
        assertThat(new KeyHistory(List.of(done, done)).isLinearizable()).isFalse();
    }

    @Test
    void workersThatShareAKeySeeOneOrder() throws Exception {
        FaultCampaign campaign = new FaultCampaign(Workload.EFFECTS, "one key that workers share");
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try (RedisServer server = RedisServer.start();
                FaultProxy proxy = new FaultProxy(campaign.plan())) {
            proxy.to(server.port());
            for (int round = 0; round < ROUNDS; round++) {
                Fault fault = FAULTS.get(round % FAULTS.size());
                Random random = new Random(round);
                try (RedisStorage storage = RedisStorage.connect(proxy.uri(), FaultCampaign.options())) {
                    campaign.plan().arm(random.nextInt(WORKERS * CALLS), fault, server::killAndRestart);
                    KeyHistory history = history(threads, storage, random);
                    List<String> found = history.isLinearizable() ? List.of() : List.of("no order explains " + history);
                    campaign.count("round " + round + " with " + fault, found, fault != Fault.NONE);
                } finally {
                    campaign.plan().disarm();
                }
            }
        } finally {
            threads.shutdownNow();
        }
        campaign.report();
    }

    private static KeyHistory history(ExecutorService threads, RedisStorage storage, Random random) throws Exception {
        List<Future<List<Call>>> running = new ArrayList<>();
        for (int number = 0; number < WORKERS; number++) {
            WorkerId worker = new WorkerId("sharing", Integer.toString(number));
            Random own = new Random(random.nextLong());
            running.add(threads.submit(() -> calls(storage, worker, own)));
        }
        List<Call> all = new ArrayList<>();
        for (Future<List<Call>> each : running) {
            all.addAll(each.get());
        }
        return new KeyHistory(all);
    }

    private static List<Call> calls(RedisStorage storage, WorkerId worker, Random random) {
        Journal journal = storage.claim(worker);
        List<Call> calls = new ArrayList<>();
        Optional<Bytes> seen = Optional.empty();
        for (int i = 0; i < CALLS; i++) {
            Request request = request(random, seen);
            long begun = System.nanoTime();
            try {
                Object answer;
                if (request instanceof Change change) {
                    answer = journal.commit(Bytes.utf8("entry"), change.effect());
                    journal.sync();
                } else {
                    seen = journal.buckets().get("b", "k");
                    answer = seen.map(Bytes::toUtf8String);
                }
                calls.add(new Call(request, begun, System.nanoTime(), Optional.of(answer)));
            } catch (StorageException e) {
                calls.add(Call.unknown(request, begun));
                journal = storage.claim(worker);
            }
        }
        return calls;
    }

    private static Request request(Random random, Optional<Bytes> seen) {
        String value = Integer.toString(random.nextInt(1_000_000));
        return switch (random.nextInt(6)) {
            case 0 -> new Change(put(value));
            case 1 -> new Change(new Effect.Increment("b", "k", 1 + random.nextInt(9), Effect.Range.UNSIGNED));
            case 2 -> new Change(new Effect.CompareAndSwap("b", "k", seen, Bytes.utf8(value)));
            case 3 -> new Change(new Effect.Delete("b", List.of("k")));
            default -> new Look();
        };
    }
}

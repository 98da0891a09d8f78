package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.journal.StorageException;
import dev.wit4j.redis.FaultPlan.Fault;
import dev.wit4j.runtime.InvocationFailedException;
import dev.wit4j.runtime.WorkerHost;
import dev.wit4j.runtime.WorkerStoppedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Workers of several hosts that ask for the same keys at once, whatever happens meanwhile: each key is built by one of them. */
@ExtendWith(FaultReport.class)
class RendezvousTest {
    private static final int ROUNDS = FaultCampaign.ALL ? 120 : 6;
    private static final int WORKERS = 4;
    private static final List<String> KEYS = List.of("k", "l", "m");
    private static final int REQUESTS = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<Fault> FAULTS =
            List.of(Fault.NONE, Fault.DROP_REPLY, Fault.CUT_BEFORE, Fault.COME_LATE, Fault.ACT_BEFORE, Fault.ACT_AFTER);

    @Test
    void whoMeetsAtAKeyGetsWhatOneOfThemBuilt() throws Exception {
        FaultCampaign campaign = new FaultCampaign(Workload.CACHE, "workers that meet at keys");
        ExecutorService threads = Executors.newFixedThreadPool(WORKERS);
        try (RedisServer server = RedisServer.start();
                FaultProxy proxy = new FaultProxy(campaign.plan())) {
            proxy.to(server.port());
            for (int round = 0; round < ROUNDS; round++) {
                Fault fault = FAULTS.get(round % FAULTS.size());
                int request = new Random(round).nextInt(REQUESTS);
                try (RedisStorage storage = RedisStorage.connect(proxy.uri(), FaultCampaign.options())) {
                    campaign.plan().arm(request, fault, server::killAndRestart);
                    List<String> found = meet(threads, storage);
                    boolean reached = fault != Fault.NONE && campaign.plan().requests() > request;
                    campaign.count("round " + round + " with " + fault, found, reached);
                } finally {
                    campaign.plan().disarm();
                }
            }
        } finally {
            threads.shutdownNow();
        }
        campaign.report();
    }

    /** Has all workers ask for all keys, and says what is wrong with what they got. */
    private static List<String> meet(ExecutorService threads, RedisStorage storage) throws Exception {
        List<Future<Map<String, String>>> asking = new ArrayList<>();
        for (int number = 0; number < WORKERS; number++) {
            String worker = "worker-" + number;
            asking.add(threads.submit(() -> askForAll(storage, worker)));
        }
        List<String> found = new ArrayList<>();
        for (Future<Map<String, String>> each : asking) {
            each.get().forEach((key, got) -> {
                String there = storage.buckets()
                        .get("cache", key)
                        .map(Bytes::toUtf8String)
                        .orElse("nothing");
                if (!got.equals(there)) {
                    found.add(key + " is " + there + ", but somebody got " + got);
                }
            });
        }
        return found;
    }

    private static Map<String, String> askForAll(RedisStorage storage, String worker) {
        Map<String, String> got = new HashMap<>();
        while (got.size() < KEYS.size()) {
            try (WorkerHost host = CacheWorkload.host(storage, PATIENCE)) {
                for (String key : KEYS) {
                    got.put(key, ask(host, worker, key));
                }
            } catch (WorkerStoppedException | StorageException e) {
                // The next host goes on with what the worker was asked.
            }
        }
        return got;
    }

    private static String ask(WorkerHost host, String worker, String key) {
        try {
            return host.worker(CacheWorkload.COMPONENT, worker)
                    .withKey(key)
                    .exports()
                    .cached()
                    .getOrBuild(key, "built by " + worker);
        } catch (StringException e) {
            return "refused: " + e.error();
        } catch (InvocationFailedException e) {
            return e.getMessage();
        }
    }
}

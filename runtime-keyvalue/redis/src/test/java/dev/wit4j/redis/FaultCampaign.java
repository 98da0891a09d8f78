package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.redis.FaultPlan.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the workload again and again, each time with one fault at another of its round trips. The default build runs a part that
 * is always the same; {@code -Pfaults} runs all of it.
 */
final class FaultCampaign {
    /** Whether all faults are tried, and not a part of them. */
    static final boolean ALL = Boolean.getBoolean("wit4j.faults");

    /** Of the workloads that came later, and make more round trips, the default build tries so much less. */
    private static final int RARER = 5;

    private static final AtomicInteger NAMESPACES = new AtomicInteger();

    private final String where;
    private final Workload workload;
    private final FaultPlan plan = new FaultPlan();
    private final List<Thread> background = new CopyOnWriteArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private Runnable preparation = () -> {};
    private RedisRetries retries = options().retries();
    private int points;
    private int runs;

    /**
     * A campaign that has tried nothing yet.
     *
     * @param where on which servers, for its report
     */
    FaultCampaign(Workload workload, String where) {
        this.workload = workload;
        this.where = workload.name().toLowerCase(Locale.ROOT) + " on " + where;
    }

    /** How often it has run that so far. */
    int runs() {
        return runs;
    }

    /** What it runs. */
    Workload workload() {
        return workload;
    }

    /** What the proxies in front of the servers follow. */
    FaultPlan plan() {
        return plan;
    }

    /** Does something before each of the runs that follow. */
    void beforeEachRun(Runnable action) {
        preparation = action;
    }

    /** In the runs that follow no request is tried again: the failure reaches whoever made it, and that begins again. */
    void withoutRetries() {
        retries = RedisRetries.DEFAULT.withAttempts(1);
    }

    /** Options for one run, with a namespace of its own. */
    static RedisOptions options() {
        return RedisOptions.DEFAULT
                .withNamespace("faults-" + NAMESPACES.incrementAndGet())
                .withReplyTimeout(Duration.ofMillis(1500))
                .withRetryFor(Duration.ofSeconds(30));
    }

    /**
     * Runs the workload once for each of its round trips.
     *
     * @param part where not everything is tried, at one in so many of them
     */
    void everywhere(URI uri, Fault fault, String name, Runnable action, int part) {
        int step = workload == Workload.EFFECTS ? part : RARER * part;
        atEach(ALL ? 1 : step, uri, fault, name, action);
    }

    /** Runs the workload once for one in {@code step} of its round trips. */
    void atEach(int step, URI uri, Fault fault, String name, Runnable action) {
        boolean reached = true;
        for (int request = runs % step; reached; request += step) {
            preparation.run();
            try (RedisStorage storage = RedisStorage.connect(uri, options().withRetries(retries))) {
                plan.arm(request, fault, action);
                List<String> found = workload.run(storage);
                reached = plan.requests() > request;
                count(name + " at round trip " + request, found, reached);
            } finally {
                plan.disarm();
                awaitBackground();
            }
        }
    }

    /** Counts one run, and what it found. */
    void count(String at, List<String> found, boolean reached) {
        found.forEach(violation -> violations.add(at + ": " + violation));
        runs++;
        points += reached ? 1 : 0;
    }

    /** Does something when a client was refused, which then tries again; or when the run is over without that. */
    void onceRefused(Runnable action) {
        CountDownLatch refusal = plan.nextRefusal();
        meanwhile(() -> {
            try {
                refusal.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            action.run();
        });
    }

    /** Does something while clients go on. */
    void meanwhile(Runnable action) {
        Thread thread = new Thread(action);
        thread.start();
        background.add(thread);
    }

    /** Waits until what the last run began in the background has ended. */
    private void awaitBackground() {
        for (Thread thread : background) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        background.clear();
    }

    /** Says what was tried, and fails if anything was wrong. */
    void report() {
        FaultReport.add(points, runs, violations.size());
        System.out.println("faults, " + where + ": fault points: " + points + ", runs: " + runs + ", violations: "
                + violations.size());
        assertThat(violations).isEmpty();
        assertThat(points).isPositive();
    }
}

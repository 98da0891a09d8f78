package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.journal.Storage;
import dev.wit4j.redis.FaultPlan.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the workload again and again, each time with one fault at another of its round trips. The default build runs a part that
 * is always the same; {@code -Pfaults} runs all of it.
 */
final class FaultCampaign {
    /** Whether all faults are tried, and not a part of them. */
    static final boolean ALL = Boolean.getBoolean("wit4j.faults");

    private static final AtomicInteger NAMESPACES = new AtomicInteger();

    private final String where;
    private final FaultPlan plan = new FaultPlan();
    private final List<Thread> background = new CopyOnWriteArrayList<>();
    private final List<String> violations = new ArrayList<>();
    private Runnable preparation = () -> {};
    private int points;
    private int runs;

    /**
     * A campaign that has tried nothing yet.
     *
     * @param where on which servers, for its report
     */
    FaultCampaign(String where) {
        this.where = where;
    }

    /** What the proxies in front of the servers follow. */
    FaultPlan plan() {
        return plan;
    }

    /** Does something before each of the runs that follow. */
    void beforeEachRun(Runnable action) {
        preparation = action;
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
        atEach(ALL ? 1 : part, uri, fault, name, action);
    }

    /** Runs the workload once for one in {@code step} of its round trips. */
    void atEach(int step, URI uri, Fault fault, String name, Runnable action) {
        boolean reached = true;
        for (int request = runs % step; reached; request += step) {
            preparation.run();
            try (Storage storage = RedisStorage.connect(uri, options())) {
                plan.arm(request, fault, action);
                List<String> found = Workload.run(storage);
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

    /** Does something while clients try again, after a moment. */
    void later(Runnable action) {
        meanwhile(() -> {
            try {
                Thread.sleep(30);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
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
        System.out.println("faults on " + where + ": fault points: " + points + ", runs: " + runs + ", violations: "
                + violations.size());
        assertThat(violations).isEmpty();
        assertThat(points).isPositive();
    }
}

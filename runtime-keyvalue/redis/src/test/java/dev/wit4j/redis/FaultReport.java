package dev.wit4j.redis;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Says, when the tests of all classes are over, what the campaigns of all of them came to. */
final class FaultReport implements BeforeAllCallback, AutoCloseable {
    private static final AtomicInteger POINTS = new AtomicInteger();
    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final AtomicInteger VIOLATIONS = new AtomicInteger();

    static void add(int points, int runs, int violations) {
        POINTS.addAndGet(points);
        RUNS.addAndGet(runs);
        VIOLATIONS.addAndGet(violations);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(FaultReport.class, key -> this, FaultReport.class);
    }

    @Override
    public void close() {
        System.out.println("fault points: " + POINTS + ", runs: " + RUNS + ", violations: " + VIOLATIONS);
    }
}

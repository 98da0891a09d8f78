package dev.wit4j.host;

import dev.wit4j.runtime.ResultRetention;
import dev.wit4j.runtime.RetryPolicy;
import dev.wit4j.runtime.SnapshotPolicy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file of properties says of how workers run. */
final class WorkerSettings {
    /** The keys that {@link #take} knows, for messages. */
    static final String KEYS = "workers.snapshots, workers.keep-results, workers.idle-after, workers.close-patience,"
            + " retry.attempts, retry.first-delay, retry.factor, retry.longest-delay, retry.jitter";

    private static final String FOREVER = "forever";
    private static final Pattern EVERY = Pattern.compile("every +([0-9]{1,9})");
    private static final Pattern DECIMAL = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");

    private WorkerSettings() {}

    /**
     * Takes what the settings say, and the default where they say nothing.
     *
     * @throws IllegalArgumentException if a value means nothing
     */
    static WorkerOptions take(Settings settings) {
        WorkerOptions others = WorkerOptions.DEFAULT;
        return new WorkerOptions(
                retry(settings, others.retry()),
                snapshots(settings).orElse(others.snapshots()),
                timeOrForever(settings, "workers.keep-results")
                        .<ResultRetention>map(ResultRetention.AtLeast::new)
                        .orElse(others.results()),
                settings.time("workers.idle-after").orElse(others.idleAfter()),
                timeOrForever(settings, "workers.close-patience"));
    }

    private static RetryPolicy retry(Settings settings, RetryPolicy others) {
        return new RetryPolicy(
                settings.count("retry.attempts").orElse(others.attempts()),
                settings.time("retry.first-delay").orElse(others.first()),
                decimal(settings, "retry.factor", "a number from 1, such as 1.5", factor -> factor >= 1)
                        .orElse(others.factor()),
                settings.time("retry.longest-delay").orElse(others.longest()),
                decimal(settings, "retry.jitter", "a number from 0 to 1, such as 0.15", jitter -> jitter <= 1)
                        .orElse(others.jitter()));
    }

    private static Optional<Double> decimal(Settings settings, String key, String allowed, DoublePredicate fits) {
        return settings.value(
                key,
                allowed,
                text -> Optional.of(text)
                        .filter(DECIMAL.asMatchPredicate())
                        .map(Double::valueOf)
                        .filter(fits::test));
    }

    private static Optional<SnapshotPolicy> snapshots(Settings settings) {
        return settings.value(
                "workers.snapshots",
                "never, on-idle, or every and a number of calls from 1, such as every 1000",
                WorkerSettings::snapshotPolicy);
    }

    private static Optional<SnapshotPolicy> snapshotPolicy(String text) {
        Matcher every = EVERY.matcher(text);
        if (every.matches()) {
            return Optional.of(new SnapshotPolicy.Every(Integer.parseInt(every.group(1))));
        }
        return switch (text) {
            case "never" -> Optional.of(new SnapshotPolicy.Never());
            case "on-idle" -> Optional.of(new SnapshotPolicy.OnIdle());
            default -> Optional.empty();
        };
    }

    /** Takes a time; nothing if there is no such key, or it says that the time has no end. */
    private static Optional<Duration> timeOrForever(Settings settings, String key) {
        return settings.value(
                        key,
                        FOREVER + ", or " + Settings.A_TIME,
                        text -> text.equals(FOREVER)
                                ? Optional.of(Optional.<Duration>empty())
                                : Settings.parseTime(text).map(Optional::of))
                .flatMap(time -> time);
    }
}

package dev.wit4j.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How fast work was done.
 *
 * @param perSecond by all threads together
 * @param median of the time that doing it once took, in microseconds
 * @param p99 the time in microseconds that one in a hundred took longer than
 */
public record Rate(double perSecond, double median, double p99) {
    static Rate of(List<long[]> nanoseconds, double seconds) {
        long[] all = nanoseconds.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Rate(all.length / seconds, all[all.length / 2] / 1e3, all[(int) (all.length * 0.99)] / 1e3);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%,10.0f /s   p50 %,7.0f us   p99 %,7.0f us", perSecond, median, p99);
    }
}

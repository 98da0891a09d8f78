package dev.wit4j.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Two ways to do the same, in turn and in one run, so that both meet the same machine.
 *
 * @param rounds how often each has its turn; a first one is not counted
 * @param time how long a turn is
 */
public record Comparison(int rounds, Duration time) {
    private record Round(Rate bare, Rate ours) {
        double ratio() {
            return ours.perSecond() / bare.perSecond();
        }
    }

    /** Prints the round whose ratio is the median. */
    public void print(String what, List<Work> bare, List<Work> ours) {
        List<Round> all = new ArrayList<>();
        for (int i = 0; i <= rounds; i++) {
            Round round = new Round(Load.during(time, bare), Load.during(time, ours));
            if (i > 0) {
                all.add(round);
            }
        }
        all.sort((a, b) -> Double.compare(a.ratio(), b.ratio()));
        Round median = all.get(rounds / 2);
        System.out.printf(
                Locale.ROOT,
                "%s, %d threads%n  bare  %s%n  wit4j %s%n  ratio %.2f (%.2f to %.2f)%n",
                what,
                ours.size(),
                median.bare(),
                median.ours(),
                median.ratio(),
                all.get(0).ratio(),
                all.get(rounds - 1).ratio());
    }
}

package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FreshKeysTest {
    private static List<String> keys(int count) {
        return Stream.generate(FreshKeys::next).limit(count).toList();
    }

    @Test
    void eachKeyIsGreaterThanTheOneBeforeAlsoWhereManyAreMadeInAMillisecond() {
        List<String> keys = keys(100_000);

        assertThat(keys).isSorted().doesNotHaveDuplicates();
        assertThat(keys)
                .allMatch(key -> UUID.fromString(key).version() == 7
                        && UUID.fromString(key).variant() == 2);
    }

    @Test
    void threadsNeverShareAKey() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<String> all = new ArrayList<>();
            List<Callable<List<String>>> tasks = List.of(() -> keys(20_000), () -> keys(20_000), () -> keys(20_000));
            for (Future<List<String>> each : threads.invokeAll(tasks)) {
                all.addAll(each.get());
            }
            assertThat(all).doesNotHaveDuplicates();
        } finally {
            threads.shutdownNow();
        }
    }
}

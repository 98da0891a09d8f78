package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.journal.WorkerId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many workers are brought back some at a time, and all of them in the end. */
class RecoveriesTest {
    private final Map<WorkerId, CompletableFuture<Void>> begun = new LinkedHashMap<>();

    @Test
    void noMoreAreBroughtBackAtOnceThanThereAreToBe() {
        Recoveries recoveries = new Recoveries(3, this::begin);

        recoveries.add(workers(10));
        assertThat(begun.keySet()).containsExactlyElementsOf(workers(3));
        begun.get(workers(2).get(1)).complete(null);
        assertThat(begun.keySet()).containsExactlyElementsOf(workers(4));
        begun.get(workers(4).get(3)).completeExceptionally(new IllegalStateException("of the test"));
        assertThat(begun.keySet()).containsExactlyElementsOf(workers(5));
    }

    @Test
    void thoseThatAreThereAtOnceAreBroughtBackInALoop() {
        Recoveries recoveries = new Recoveries(1, worker -> {
            begin(worker);
            return CompletableFuture.completedFuture(null);
        });

        recoveries.add(workers(100_000));
        assertThat(begun).hasSize(100_000);
    }

    @Test
    void thoseThatCannotBeBegunKeepNoOtherFromIt() {
        List<WorkerId> refused = new ArrayList<>(workers(5));
        Recoveries recoveries = new Recoveries(2, worker -> {
            if (refused.remove(worker)) {
                throw new InternalError("of the test: no thread");
            }
            return begin(worker);
        });

        recoveries.add(workers(7));
        assertThat(begun.keySet()).containsExactlyElementsOf(workers(7).subList(5, 7));
    }

    @Test
    void noneIsBegunAfterTheStop() {
        Recoveries recoveries = new Recoveries(1, this::begin);
        recoveries.add(workers(2));

        recoveries.stop();
        begun.values().forEach(brought -> brought.complete(null));
        assertThat(begun.keySet()).containsExactlyElementsOf(workers(1));
    }

    private CompletableFuture<Void> begin(WorkerId worker) {
        CompletableFuture<Void> brought = new CompletableFuture<>();
        begun.put(worker, brought);
        return brought;
    }

    private static List<WorkerId> workers(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new WorkerId("script", "w" + i))
                .toList();
    }
}

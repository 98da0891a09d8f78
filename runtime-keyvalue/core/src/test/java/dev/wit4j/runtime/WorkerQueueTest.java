package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.ForwardingMailbox;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.memory.MemoryStorage;
import dev.wit4j.runtime.entry.Answer;
import dev.wit4j.runtime.entry.EntryFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A mailbox that is too long to be held is gone through in its order all the same. */
class WorkerQueueTest {
    private static final WorkerId WORKER = new WorkerId("script", "one");

    /** Two of them are as many as are read at once. */
    private static final int HALF = 600_000;

    private static final Answer ANSWER = new Answer.Failed("it was run");

    private final MemoryStorage storage = new MemoryStorage();
    private final List<Integer> read = new ArrayList<>();
    private final WorkerQueue queue = new WorkerQueue(WORKER, new ForwardingMailbox(storage.mailbox(WORKER)) {
        @Override
        public Waiting pending(long bytes) {
            Waiting waiting = super.pending(bytes);
            read.add(waiting.oldest().size());
            return waiting;
        }
    });
    private Journal journal = storage.claim(WORKER);

    private static Invocation invocation(String key) {
        return new Invocation(key, Bytes.wrap(new byte[HALF]));
    }

    private void wait(String... keys) {
        for (String key : keys) {
            storage.mailbox(WORKER).enqueue(invocation(key));
        }
    }

    private long claim() {
        journal = storage.claim(WORKER);
        return queue.claimed();
    }

    /** Runs what is next, and says what that was. */
    private Optional<String> run(long claim) {
        Optional<Invocation> next = queue.next();
        next.ifPresent(invocation -> {
            complete(invocation.key());
            queue.finish(invocation.key(), ANSWER, claim);
        });
        return next.map(Invocation::key);
    }

    private void complete(String key) {
        journal.commit(Bytes.EMPTY, new Effect.Complete(key, EntryFormat.encode(ANSWER)));
    }

    private List<String> runAll(long claim) {
        List<String> keys = new ArrayList<>();
        while (queue.hasNext()) {
            run(claim).ifPresent(keys::add);
        }
        return keys;
    }

    @Test
    void aLongQueueIsHeldPieceByPieceAndRunInItsOrder() {
        wait("a", "b", "c", "d", "e");

        assertThat(runAll(claim())).containsExactly("a", "b", "c", "d", "e");
        assertThat(read).containsExactly(2, 2, 1);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void whatIsSubmittedMeanwhileComesBehindAllOfIt() {
        wait("a", "b", "c");
        long claim = claim();
        CompletableFuture<Answer> answer = queue.submit(invocation("d"));
        wait("e");

        assertThat(runAll(claim)).containsExactly("a", "b", "c", "d", "e");
        assertThat(answer).isCompletedWithValue(ANSWER);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void whatAnotherHostRanMeanwhileIsAnsweredAndNotRunAgain() {
        wait("a", "b", "c");
        claim();
        CompletableFuture<Answer> answer = queue.submit(invocation("d"));
        journal = storage.claim(WORKER);
        for (String key : List.of("a", "b", "c", "d")) {
            complete(key);
        }

        assertThat(runAll(claim())).isEmpty();
        assertThat(answer).isCompletedWithValue(ANSWER);
    }

    @Test
    void aWorkerThatStopsHoldsNothingAndGoesOnWithAllOfIt() {
        wait("a", "b", "c");
        claim();
        queue.stop(new WorkerStoppedException(WORKER, "a test"));
        assertThat(queue.hasNext()).isFalse();

        queue.resume();
        assertThat(runAll(claim())).containsExactly("a", "b", "c");
    }

    @Test
    void aWorkerThatIsDeletedHasNothingLeftToRun() {
        wait("a", "b", "c");
        claim();
        CompletableFuture<Answer> answer = queue.submit(invocation("d"));
        storage.workers().delete(WORKER);
        queue.deleted();

        assertThat(queue.hasNext()).isFalse();
        assertThat(answer).isCompletedExceptionally();
    }
}

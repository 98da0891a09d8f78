package dev.wit4j.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.wit4j.journal.Mailbox.State;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The queue of a worker, and the results of what left it. */
interface MailboxContract extends StorageUnderTest {
    private Invocation call(String key) {
        return new Invocation(key, bytes("call " + key));
    }

    private Mailbox mailbox() {
        return storage().mailbox(WORKER);
    }

    @Test
    default void aKeyThatNobodyUsedIsUnknown() {
        assertThat(mailbox().state("k")).isEqualTo(new State.Unknown());
        assertThat(mailbox().result("k")).isEmpty();
        assertThat(mailbox().pending()).isEmpty();
    }

    @Test
    default void aKeyThatIsNoTextIsNotAnsweredForAnother() {
        mailbox().enqueue(call("?"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> mailbox().state("\ud800"))
                .withMessage("idempotency key: lone surrogate \\ud800 at index 0");
    }

    @Test
    default void invocationsWaitInTheOrderInWhichTheyCame() throws Exception {
        for (String key : List.of("b", "a", "c")) {
            assertThat(mailbox().enqueue(call(key))).isEqualTo(new State.Pending());
        }
        mailbox().sync();
        restart();

        assertThat(mailbox().pending()).containsExactly(call("b"), call("a"), call("c"));
        assertThat(mailbox().state("a")).isEqualTo(new State.Pending());
    }

    @Test
    default void theSameInvocationTwiceIsOne() {
        mailbox().enqueue(call("a"));

        assertThat(mailbox().enqueue(call("a"))).isEqualTo(new State.Pending());
        assertThat(mailbox().pending()).containsExactly(call("a"));
    }

    @Test
    default void theSameKeyWithOtherContentIsAConflict() {
        mailbox().enqueue(call("a"));

        assertThat(mailbox().enqueue(new Invocation("a", bytes("another")))).isEqualTo(new State.Conflict());
        assertThat(mailbox().pending()).containsExactly(call("a"));
    }

    @Test
    default void completingTakesAnInvocationOutAndKeepsItsResult() throws Exception {
        mailbox().enqueue(call("a"));
        mailbox().enqueue(call("b"));
        Journal journal = storage().claim(WORKER);

        assertThat(journal.commit(bytes("done"), new Effect.Complete("a", bytes("result"))))
                .isEqualTo(Outcome.DONE);
        journal.sync();
        restart();

        assertThat(mailbox().pending()).containsExactly(call("b"));
        assertThat(mailbox().state("a")).isEqualTo(new State.Completed(bytes("result")));
        assertThat(mailbox().result("a")).contains(bytes("result"));
    }

    @Test
    default void whatIsCompletedIsNotRunAgain() throws Exception {
        mailbox().enqueue(call("a"));
        Journal journal = storage().claim(WORKER);
        journal.commit(bytes("done"), new Effect.Complete("a", bytes("result")));
        journal.sync();
        restart();

        assertThat(mailbox().enqueue(call("a"))).isEqualTo(new State.Completed(bytes("result")));
        assertThat(mailbox().enqueue(new Invocation("a", bytes("another")))).isEqualTo(new State.Conflict());
        assertThat(mailbox().pending()).isEmpty();
    }

    @Test
    default void mailboxesAreSeparate() {
        mailbox().enqueue(call("a"));

        assertThat(storage().mailbox(OTHER).state("a")).isEqualTo(new State.Unknown());
        assertThat(storage().mailbox(OTHER).enqueue(new Invocation("a", bytes("another"))))
                .isEqualTo(new State.Pending());
    }

    @Test
    default void aWorkerEnqueuesForAnotherInTheStepOfItsCommit() throws Exception {
        Journal journal = storage().claim(WORKER);

        assertThat(journal.commit(bytes("call"), new Effect.Enqueue(OTHER, call("a"))))
                .isEqualTo(Outcome.DONE);
        assertThat(journal.commit(bytes("again"), new Effect.Enqueue(OTHER, call("a"))))
                .isEqualTo(Outcome.DONE);
        assertThat(journal.commit(bytes("conflict"), new Effect.Enqueue(OTHER, new Invocation("a", bytes("another")))))
                .isEqualTo(new Outcome.Refused(Outcome.Reason.CONFLICT));
        journal.sync();
        restart();

        assertThat(storage().mailbox(OTHER).pending()).containsExactly(call("a"));
        assertThat(storage().workers().withPendingInvocations()).containsExactly(OTHER);
        assertThat(records(storage().claim(WORKER))).hasSize(3);
    }

    @Test
    default void aWorkerMayEnqueueForItself() {
        Journal journal = storage().claim(WORKER);
        journal.commit(bytes("call"), new Effect.Enqueue(WORKER, call("a")));

        assertThat(mailbox().pending()).containsExactly(call("a"));
    }

    @Test
    default void largeInvocationsAndResultsComeBackWhole() throws Exception {
        Invocation large = new Invocation("a", StorageContract.large(8 << 20, 3));
        var result = StorageContract.large(8 << 20, 4);
        mailbox().enqueue(large);
        assertThat(mailbox().pending().get(0).equals(large)).isTrue();
        Journal journal = storage().claim(WORKER);
        journal.commit(bytes("done"), new Effect.Complete("a", result));
        journal.sync();
        restart();

        assertThat(mailbox().result("a").orElseThrow().equals(result)).isTrue();
    }

    @Test
    default void aLongQueueIsReadPieceByPiece() throws Exception {
        int size = 100_000;
        for (int i = 0; i < 10; i++) {
            mailbox().enqueue(new Invocation("key-" + i, StorageContract.large(size, i)));
        }
        mailbox().sync();
        restart();
        mailbox().enqueue(call("key-10"));
        Journal journal = storage().claim(WORKER);
        journal.commit(bytes("done"), new Effect.Complete("key-1", bytes("result")));

        assertThat(keys(mailbox().pending(1))).containsExactly("key-0");
        assertThat(mailbox().pending(1).more()).isTrue();
        assertThat(keys(mailbox().pending(3L * size)))
                .startsWith("key-0", "key-2")
                .hasSizeBetween(3, 4);
        assertThat(keys(mailbox().pending(Long.MAX_VALUE)))
                .containsExactly(
                        "key-0", "key-2", "key-3", "key-4", "key-5", "key-6", "key-7", "key-8", "key-9", "key-10");
        assertThat(mailbox().pending(Long.MAX_VALUE).more()).isFalse();
        while (!mailbox().pending(1).oldest().isEmpty()) {
            String oldest = keys(mailbox().pending(1)).get(0);
            journal.commit(bytes("done"), new Effect.Complete(oldest, bytes("result")));
        }
        assertThat(mailbox().pending(1)).isEqualTo(Mailbox.Waiting.NONE);
    }

    private static List<String> keys(Mailbox.Waiting waiting) {
        return waiting.oldest().stream().map(Invocation::key).toList();
    }

    @Test
    default void enqueueingTheSameKeysAtOnceLeavesEachOnce() throws Exception {
        int threads = 4;
        var executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> done = IntStream.range(0, threads)
                    .<Future<?>>mapToObj(thread -> executor.submit(() ->
                            IntStream.range(0, 50).forEach(i -> mailbox().enqueue(call("key-" + i)))))
                    .toList();
            for (Future<?> future : done) {
                future.get();
            }
        } finally {
            executor.shutdownNow();
        }

        assertThat(mailbox().pending()).hasSize(50).doesNotHaveDuplicates();
    }
}

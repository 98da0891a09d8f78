package dev.wit4j.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.journal.Mailbox.State;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** Results that are kept for a time are there for that time, and go some time after it. */
interface RetentionContract extends StorageUnderTest {
    Duration SHORT = Duration.ofMillis(50);
    Duration LONG = Duration.ofHours(1);

    private Mailbox mailbox() {
        return storage().mailbox(WORKER);
    }

    private Invocation call(String key) {
        return new Invocation(key, bytes("call " + key));
    }

    private State done(String key) {
        return new State.Completed(bytes("result " + key));
    }

    /** Completes invocations whose results are kept for {@code time}, or for ever. */
    private void complete(Duration time, String... keys) {
        OptionalLong kept = time.isZero() ? OptionalLong.empty() : OptionalLong.of(time.toMillis());
        try (Journal journal = storage().claim(WORKER)) {
            for (String key : keys) {
                mailbox().enqueue(call(key));
                assertThat(journal.commit(bytes("done"), new Effect.Complete(key, bytes("result " + key), kept)))
                        .isEqualTo(Outcome.DONE);
            }
            journal.sync();
        }
    }

    /** Returns when results that were kept for a short time have gone. */
    private void passShort() throws Exception {
        pass(SHORT.plusMillis(10));
        complete(SHORT, "sweeping " + System.nanoTime());
    }

    @Test
    default void aResultIsKeptForItsTimeAlsoAcrossARestart() throws Exception {
        complete(LONG, "a");
        passShort();
        restart();
        passShort();

        assertThat(mailbox().enqueue(call("a"))).isEqualTo(done("a"));
        assertThat(mailbox().enqueue(new Invocation("a", bytes("another")))).isEqualTo(new State.Conflict());
    }

    @Test
    default void aResultThatIsKeptForTheLongestTimeThatCanBeSaidStays() throws Exception {
        complete(Duration.ofMillis(Long.MAX_VALUE), "a");
        passShort();
        restart();

        assertThat(mailbox().state("a")).isEqualTo(done("a"));
    }

    @Test
    default void behindItsTimeAKeyIsAsIfNobodyHadUsedIt() throws Exception {
        complete(SHORT, "a");
        assertThat(mailbox().state("a")).isEqualTo(done("a"));
        passShort();

        assertThat(mailbox().state("a")).isEqualTo(new State.Unknown());
        assertThat(mailbox().result("a")).isEmpty();
        Invocation another = new Invocation("a", bytes("another"));
        assertThat(mailbox().enqueue(another)).isEqualTo(new State.Pending());
        assertThat(mailbox().enqueue(call("a"))).isEqualTo(new State.Conflict());
        assertThat(mailbox().pending()).containsExactly(another);
        mailbox().sync();
        restart();
        assertThat(mailbox().pending()).containsExactly(another);
    }

    @Test
    default void whatHasGoneStaysAwayAcrossARestart() throws Exception {
        complete(SHORT, "a", "b", "c");
        passShort();
        restart();

        assertThat(mailbox().state("b")).isEqualTo(new State.Unknown());
        assertThat(storage().workers().withPendingInvocations()).isEmpty();
    }

    @Test
    default void aKeyThatIsUsedAgainHasTheResultAndTheTimeOfItsLastUse() throws Exception {
        complete(SHORT, "a");
        passShort();
        complete(LONG, "a");
        passShort();
        restart();
        passShort();

        assertThat(mailbox().state("a")).isEqualTo(done("a"));
    }

    @Test
    default void resultsThatAreKeptForEverOrLongerStayWhenOthersGo() throws Exception {
        complete(Duration.ZERO, "for ever");
        complete(LONG, "long");
        complete(SHORT, "short");
        passShort();
        passShort();

        assertThat(mailbox().state("for ever")).isEqualTo(done("for ever"));
        assertThat(mailbox().state("long")).isEqualTo(done("long"));
        assertThat(mailbox().state("short")).isEqualTo(new State.Unknown());
    }

    @Test
    default void whatWaitsDoesNotGo() throws Exception {
        mailbox().enqueue(call("a"));
        complete(SHORT, "b");
        passShort();
        passShort();

        assertThat(mailbox().pending()).containsExactly(call("a"));
        assertThat(mailbox().state("a")).isEqualTo(new State.Pending());
    }

    @Test
    default void theTimesOfADeletedWorkerAreNotThoseOfTheNext() throws Exception {
        complete(SHORT, "a");
        storage().workers().delete(WORKER);
        complete(Duration.ZERO, "a");
        passShort();
        restart();

        assertThat(mailbox().state("a")).isEqualTo(done("a"));
    }

    @Test
    default void manyResultsGoAlso() throws Exception {
        String[] keys = new String[40];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = "key-" + i;
        }
        complete(SHORT, keys);
        for (int i = 0; i < 4; i++) {
            passShort();
        }

        for (String key : keys) {
            assertThat(mailbox().state(key)).isEqualTo(new State.Unknown());
        }
    }
}

package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.FencedException;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.Mailbox.State;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.WorkerId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The invariants of the design that are about what callers are told. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailboxInvariantsTest {
    private static final Bytes ENTRY = Bytes.utf8("entry");
    private static final Invocation CALL = new Invocation("call", Bytes.utf8("content"));
    private static final Invocation ANOTHER = new Invocation("call", Bytes.utf8("other content"));

    private final RedisServer server = RedisServer.start();
    private final RedisStorage storage = RedisStorage.connect(server.uri(), RedisOptions.DEFAULT);
    private int names;

    @AfterEach
    void nextWorker() {
        names++;
    }

    @AfterAll
    void stop() {
        storage.close();
        server.close();
    }

    private WorkerId worker() {
        return new WorkerId("callee", "worker-" + names);
    }

    private Mailbox mailbox() {
        return storage.mailbox(worker());
    }

    /** Also where the journal is as long as its owner before knew it. */
    @Test
    void invariant10EveryReplyFollowsAFencedCompletion() {
        mailbox().enqueue(CALL);
        Journal first = storage.claim(worker());
        Journal second = storage.claim(worker());
        assertThatThrownBy(() -> first.commit(ENTRY, new Effect.Complete(CALL.key(), Bytes.utf8("of the first"))))
                .isInstanceOf(FencedException.class);
        Journal third = storage.claim(worker());
        third.commit(ENTRY, new Effect.Snapshot(ENTRY, third.sequence()));
        assertThatThrownBy(() -> second.commit(ENTRY, new Effect.Complete(CALL.key(), Bytes.utf8("of the second"))))
                .isInstanceOf(FencedException.class);
        assertThat(mailbox().state(CALL.key())).isEqualTo(new State.Pending());

        third.commit(ENTRY, new Effect.Complete(CALL.key(), Bytes.utf8("of the third")));
        assertThat(mailbox().result(CALL.key())).contains(Bytes.utf8("of the third"));
        assertThat(mailbox().pending()).isEmpty();
    }

    @Test
    void invariant16TheSameKeyMeansTheSameArgumentsAndTheSameAnswerOrAConflict() {
        Journal caller = storage.claim(new WorkerId("caller", "worker-" + names));
        mailbox().enqueue(CALL);
        assertThat(mailbox().enqueue(ANOTHER)).isEqualTo(new State.Conflict());
        assertThat(caller.commit(ENTRY, new Effect.Enqueue(worker(), ANOTHER)))
                .isEqualTo(new Outcome.Refused(Outcome.Reason.CONFLICT));

        storage.claim(worker()).commit(ENTRY, new Effect.Complete(CALL.key(), Bytes.utf8("answer")));
        server.killAndRestart();

        assertThat(mailbox().enqueue(CALL)).isEqualTo(new State.Completed(Bytes.utf8("answer")));
        assertThat(mailbox().enqueue(ANOTHER)).isEqualTo(new State.Conflict());
        assertThat(caller.commit(ENTRY, new Effect.Enqueue(worker(), ANOTHER)))
                .isEqualTo(new Outcome.Refused(Outcome.Reason.CONFLICT));
        assertThat(mailbox().pending()).isEmpty();
    }

    /** The callee has gone on and trimmed its journal; its caller, which crashed, asks again. */
    @Test
    void invariant17ACalleeKeepsAResultUntilItsCallersOutcomeIsDurable() {
        storage.claim(new WorkerId("caller", "worker-" + names)).commit(ENTRY, new Effect.Enqueue(worker(), CALL));
        Journal callee = storage.claim(worker());
        callee.commit(ENTRY, new Effect.Complete(CALL.key(), Bytes.utf8("answer")));
        for (int i = 0; i < 3; i++) {
            mailbox().enqueue(new Invocation("call-" + i, ENTRY));
            callee.commit(ENTRY, new Effect.Complete("call-" + i, ENTRY));
            callee.commit(ENTRY, new Effect.Snapshot(ENTRY, callee.sequence() + 1));
        }
        server.killAndRestart();

        Journal caller = storage.claim(new WorkerId("caller", "worker-" + names));
        assertThat(caller.commit(ENTRY, new Effect.Enqueue(worker(), CALL))).isEqualTo(Outcome.DONE);
        assertThat(mailbox().pending()).isEmpty();
        assertThat(mailbox().result(CALL.key())).contains(Bytes.utf8("answer"));
    }
}

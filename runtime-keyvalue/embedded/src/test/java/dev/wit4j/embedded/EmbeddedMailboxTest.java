package dev.wit4j.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Mailbox;
import dev.wit4j.journal.WorkerId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMailboxTest {
    private static final WorkerId WORKER = new WorkerId("component", "one");

    @TempDir
    private Path folder = Path.of("");

    /** The tables are not asked for keys behind all that there are, so it must be right which those are. */
    @Test
    void aKeyIsKnownWhereverItStandsAmongTheOthersAndWhenever() {
        List<String> keys = new ArrayList<>(List.of("", "a", "b", "ba", "z", "\u00e9", "\uffff", "\ud83d\ude00"));
        for (int seed = 0; seed < 10; seed++) {
            Path place = folder.resolve("seed-" + seed);
            Collections.shuffle(keys, new Random(seed));
            for (int known = 0; known < keys.size(); known++) {
                try (var storage = EmbeddedStorage.open(place, CrashChild.options())) {
                    Mailbox mailbox = storage.mailbox(WORKER);
                    for (int i = 0; i < keys.size(); i++) {
                        Mailbox.State expected = i < known ? new Mailbox.State.Pending() : new Mailbox.State.Unknown();
                        assertThat(mailbox.state(keys.get(i))).as(keys.get(i)).isEqualTo(expected);
                    }
                    mailbox.enqueue(new Invocation(keys.get(known), Bytes.EMPTY));
                    storage.workers().list();
                    assertThat(mailbox.enqueue(new Invocation(keys.get(known), Bytes.utf8("other"))))
                            .isEqualTo(new Mailbox.State.Conflict());
                }
            }
        }
    }

    @Test
    void aKeyOfADeletedWorkerIsNewForTheNextOfItsName() {
        try (var storage = EmbeddedStorage.open(folder, CrashChild.options())) {
            storage.mailbox(WORKER).enqueue(new Invocation("key", Bytes.EMPTY));
            storage.claim(WORKER).commit(Bytes.EMPTY, new Effect.Complete("key", Bytes.utf8("answer")));
            storage.workers().delete(WORKER);

            assertThat(storage.mailbox(WORKER).state("key")).isEqualTo(new Mailbox.State.Unknown());
            assertThat(storage.mailbox(WORKER).enqueue(new Invocation("key", Bytes.utf8("other"))))
                    .isEqualTo(new Mailbox.State.Pending());
        }
    }
}

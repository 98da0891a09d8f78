package dev.wit4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.journal.WorkerId;
import org.junit.jupiter.api.Test;

/** A journal that nothing trims is warned of. */
class JournalLengthTest {
    @Test
    void aLongJournalIsWarnedOfOnceUntilASnapshotTrimsIt() {
        JournalLength length = new JournalLength(new WorkerId("script", "w"), 7);

        assertThat(length.reached(JournalLength.MANY_ENTRIES + 6)).isFalse();
        assertThat(length.reached(JournalLength.MANY_ENTRIES + 7)).isTrue();
        assertThat(length.reached(JournalLength.MANY_ENTRIES + 8)).isFalse();
        length.startsAt(JournalLength.MANY_ENTRIES + 9);
        assertThat(length.reached(JournalLength.MANY_ENTRIES + 10)).isFalse();
        assertThat(length.reached(2 * JournalLength.MANY_ENTRIES + 9)).isTrue();
    }
}

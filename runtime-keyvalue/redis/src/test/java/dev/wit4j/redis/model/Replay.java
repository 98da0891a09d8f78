package dev.wit4j.redis.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a new owner learns from the journal.
 *
 * @param seen the outcomes of the guest's calls
 * @param open the first intent whose outcome is not in the journal
 * @param expected what the register has after the last intent whose outcome is
 * @param isComplete whether the invocation is done
 */
record Replay(List<Integer> seen, @Nullable Entry open, Entry.Expected expected, boolean isComplete) {
    static Replay of(List<Entry> journal) {
        List<Integer> seen = new ArrayList<>();
        Entry open = null;
        Entry.Expected expected = Entry.Expected.NOTHING;
        boolean complete = false;
        for (Entry entry : journal) {
            if (entry.kind() == Entry.Kind.CLAIM) {
                continue;
            }
            if (open != null && entry.settled() == State.NONE) {
                break;
            }
            if (open != null) {
                seen.add(entry.settled());
                expected = new Entry.Expected(open.sequence(), entry.settled());
                open = null;
            }
            if (entry.kind() == Entry.Kind.INTENT) {
                open = entry;
            }
            complete |= entry.kind() == Entry.Kind.COMPLETION;
        }
        return new Replay(List.copyOf(seen), open, expected, complete);
    }
}

package dev.wit4j.runtime.entry;

import dev.wit4j.Bytes;
import java.util.List;

/**
 * What a snapshot holds.
 *
 * @param index of the first journal entry behind it
 * @param incarnation of the worker
 * @param freeHandles the numbers of handles that were given back, the one to be taken next last
 * @param guest what the guest saved
 */
public record SavedState(long index, long incarnation, List<Integer> freeHandles, Bytes guest) {
    public SavedState {
        freeHandles = List.copyOf(freeHandles);
    }
}

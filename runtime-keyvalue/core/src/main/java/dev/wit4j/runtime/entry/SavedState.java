package dev.wit4j.runtime.entry;

import dev.wit4j.Bytes;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a snapshot holds.
 *
 * @param index of the first journal entry behind it
 * @param incarnation of the worker
 * @param clock the latest instant that the worker's clock has shown
 * @param guest what the guest saved
 * @param handles those of the guest that are open
 * @param held the numbers of those that the guest is given back, in its own order
 * @param free the numbers of handles that the guest gave back, the one to be taken next last
 * @param freeOfCallers likewise the numbers of its callers' handles, of which none is open
 */
public record SavedState(
        long index,
        long incarnation,
        long clock,
        Bytes guest,
        List<SavedHandle> handles,
        List<Integer> held,
        List<Integer> free,
        List<Integer> freeOfCallers) {
    /**
     * A handle to a resource of the host.
     *
     * @param number its number
     * @param resource the full name of the resource's type
     * @param content what the host saved of the resource
     */
    public record SavedHandle(int number, String resource, Bytes content) {}

    public SavedState {
        handles = List.copyOf(handles);
        held = List.copyOf(held);
        free = List.copyOf(free);
        freeOfCallers = List.copyOf(freeOfCallers);
    }

    /**
     * What is different in the state that an instance saved after it had loaded this one, if anything is: the two are to have
     * all in common but the clock, which goes on.
     */
    public Optional<String> lostIn(SavedState again) {
        if (!guest.equals(again.guest)) {
            byte[] before = guest.toArray();
            byte[] after = again.guest.toArray();
            return Optional.of("The guest saved " + before.length + " bytes, then " + after.length
                    + ", which differ from byte " + Arrays.mismatch(before, after) + " on");
        }
        if (!held.equals(again.held)) {
            return Optional.of("The guest held the handles " + held + ", then " + again.held);
        }
        return handles.equals(again.handles) && free.equals(again.free) && freeOfCallers.equals(again.freeOfCallers)
                ? Optional.empty()
                : Optional.of("The host saved other resources or content behind the guest's handles");
    }
}

package dev.wit4j.component;

import dev.wit4j.Resource;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The handles that one side of a boundary holds to resources of the other, as the component model numbers them: from 1, and
 * a number that was given back last is given out first. Not safe for use by several threads.
 */
final class HandleTable {
    /** What became of a handle. */
    enum State {
        OPEN,
        CLOSED,
        MOVED,
        ENDED
    }

    /** A handle; it remembers its number and what became of it when it is no longer in the table. */
    static final class Entry {
        private final int number;
        private final ResourceType<?> type;
        private final Resource object;
        private final boolean own;
        private State state = State.OPEN;
        private int lends;
        private @Nullable FunctionType reason;

        private Entry(int number, ResourceType<?> type, Resource object, boolean own) {
            this.number = number;
            this.type = type;
            this.object = object;
            this.own = own;
        }

        int number() {
            return number;
        }

        ResourceType<?> type() {
            return type;
        }

        /** The implementer's own object. */
        Resource object() {
            return object;
        }

        boolean own() {
            return own;
        }

        State state() {
            return state;
        }

        /** The call that moved it, or that it was borrowed for. */
        Optional<FunctionType> reason() {
            return Optional.ofNullable(reason);
        }

        /** Whether calls that are not over have borrowed it. */
        boolean lent() {
            return lends > 0;
        }

        void lend() {
            lends++;
        }

        void giveBack() {
            lends--;
        }
    }

    private final List<@Nullable Entry> slots = new ArrayList<>();
    private final List<Integer> free = new ArrayList<>();
    private final Map<Resource, Entry> owned = new IdentityHashMap<>();

    HandleTable() {
        slots.add(null);
    }

    /** A new own handle to {@code object}; empty if there is one already, for nobody owns a thing twice. */
    Optional<Entry> own(ResourceType<?> type, Resource object) {
        if (owned.containsKey(object)) {
            return Optional.empty();
        }
        Entry entry = add(type, object, true);
        owned.put(object, entry);
        return Optional.of(entry);
    }

    /** A new handle that is borrowed for a call of {@code function}. */
    Entry borrow(ResourceType<?> type, Resource object, FunctionType function) {
        Entry entry = add(type, object, false);
        entry.reason = function;
        return entry;
    }

    private Entry add(ResourceType<?> type, Resource object, boolean own) {
        boolean reuse = !free.isEmpty();
        int number = reuse ? free.remove(free.size() - 1) : slots.size();
        Entry entry = new Entry(number, type, object, own);
        if (reuse) {
            slots.set(number, entry);
        } else {
            slots.add(entry);
        }
        return entry;
    }

    /** Takes an open handle out of the table: it was closed, or moved by {@code reason}, or its borrow is over. */
    void remove(Entry entry, State becomes, FunctionType reason) {
        slots.set(entry.number, null);
        free.add(entry.number);
        if (entry.own) {
            owned.remove(entry.object);
        }
        entry.state = becomes;
        entry.reason = reason;
    }

    /** The open handle of a number. */
    Optional<Entry> get(int number) {
        return number > 0 && number < slots.size() ? Optional.ofNullable(slots.get(number)) : Optional.empty();
    }

    /** All open handles, by number. */
    List<Entry> open() {
        List<Entry> open = new ArrayList<>();
        for (Entry entry : slots) {
            if (entry != null) {
                open.add(entry);
            }
        }
        return open;
    }

    /** The numbers that are free, the one to be given out next last. */
    List<Integer> free() {
        return List.copyOf(free);
    }

    /** Puts an own handle back under its number, in a table that is being restored. */
    Entry restore(int number, ResourceType<?> type, Resource object) {
        while (slots.size() <= number) {
            slots.add(null);
        }
        Entry entry = new Entry(number, type, object, true);
        slots.set(number, entry);
        owned.put(object, entry);
        return entry;
    }

    /** Puts the free numbers back, in a table that is being restored. */
    void restoreFree(List<Integer> numbers) {
        for (int number : numbers) {
            while (slots.size() <= number) {
                slots.add(null);
            }
            free.add(number);
        }
    }
}

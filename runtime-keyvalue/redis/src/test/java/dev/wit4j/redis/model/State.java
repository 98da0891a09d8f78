package dev.wit4j.redis.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Everything at one moment.
 *
 * @param journal on its server
 * @param shard on its server
 * @param before the shard before its last change: what it goes back to if its server loses that
 * @param owners in the order of their claims
 * @param network the requests that may still arrive
 * @param lost whether a server has lost something
 * @param released the outcomes that a reply rests on; empty before there is one
 */
record State(
        List<Entry> journal,
        Shard shard,
        Shard before,
        List<Owner> owners,
        List<Message> network,
        boolean lost,
        List<Integer> released) {
    /** No outcome. */
    static final int NONE = -2;
    /** The outcome of what was given up. */
    static final int FAILED = -1;

    static State initial(int owners) {
        return new State(
                List.of(),
                Shard.EMPTY,
                Shard.EMPTY,
                Collections.nCopies(owners, Owner.FUTURE),
                List.of(),
                false,
                List.of());
    }

    State with(int index, Owner owner) {
        List<Owner> all = new ArrayList<>(owners);
        all.set(index, owner);
        return new State(journal, shard, before, List.copyOf(all), network, lost, released);
    }

    State with(List<Entry> other) {
        return new State(List.copyOf(other), shard, before, owners, network, lost, released);
    }

    State appending(Entry entry) {
        List<Entry> all = new ArrayList<>(journal);
        all.add(entry);
        return with(all);
    }

    State with(Shard other) {
        return new State(journal, other, lost ? Shard.EMPTY : shard, owners, network, lost, released);
    }

    State sending(Message message) {
        List<Message> all = new ArrayList<>(network);
        all.add(message);
        Collections.sort(all);
        return new State(journal, shard, before, owners, List.copyOf(all), lost, released);
    }

    State without(Message message) {
        List<Message> all = new ArrayList<>(network);
        all.remove(message);
        return new State(journal, shard, before, owners, List.copyOf(all), lost, released);
    }

    State afterLoss(List<Entry> ofJournal, Shard ofShard) {
        return new State(List.copyOf(ofJournal), ofShard, Shard.EMPTY, owners, network, true, released);
    }

    State releasing(List<Integer> outcomes) {
        return new State(journal, shard, before, owners, network, lost, outcomes);
    }
}

package dev.wit4j.redis;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of an intent, on its way into the journal with the next commit.
 *
 * @param outcome of the whole, as text; nothing if there is no intent
 * @param registers for each place its name and what its register has now
 */
record Settled(byte[] outcome, List<byte[]> registers) {
    /** Nothing is on its way. */
    static final Settled NOTHING = new Settled(new byte[0], List.of());

    boolean isNothing() {
        return outcome.length == 0;
    }

    /** These as arguments of a commit. */
    List<byte[]> arguments() {
        List<byte[]> arguments = new ArrayList<>();
        arguments.add(outcome);
        arguments.add(Redis.bytes(Integer.toString(registers.size() / 2)));
        arguments.addAll(registers);
        return arguments;
    }
}

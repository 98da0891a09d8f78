package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Outcome;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What several clients asked of one key, when, and what they were answered. It is linearizable if there is an order in which each
 * request has its effect at one moment between its beginning and its end, and every answer is right. The search is that of Wing and
 * Gong, with what Lowe added: a set of requests that came to the same state before is not tried again.
 *
 * @param calls at most 64
 */
record KeyHistory(List<Call> calls) {
    KeyHistory {
        calls = List.copyOf(calls);
        if (calls.size() > Long.SIZE) {
            throw new IllegalArgumentException("too long to be searched");
        }
    }

    /** What a client asks. */
    sealed interface Request {}

    /** What is there? */
    record Look() implements Request {}

    /** An effect on the key. */
    record Change(Effect effect) implements Request {}

    /**
     * One request.
     *
     * @param begun when it was made
     * @param ended when it was answered; never, if it is not known what became of it
     * @param answer what was found, or the outcome; nothing if it is not known
     */
    record Call(Request request, long begun, long ended, Optional<Object> answer) {
        static Call unknown(Request request, long begun) {
            return new Call(request, begun, Long.MAX_VALUE, Optional.empty());
        }
    }

    /** What a request does to a value. */
    private record Step(Optional<String> value, Object answer) {}

    private record Seen(long done, Optional<String> value) {}

    /** Whether there is an order that explains all of it. */
    boolean isLinearizable() {
        long mustBeDone = 0;
        for (int i = 0; i < calls.size(); i++) {
            mustBeDone |= calls.get(i).answer().isPresent() ? bit(i) : 0;
        }
        return search(0, Optional.empty(), mustBeDone, new HashSet<>());
    }

    private static long bit(int call) {
        return 1L << call;
    }

    private boolean search(long done, Optional<String> value, long mustBeDone, Set<Seen> seen) {
        if ((done & mustBeDone) == mustBeDone) {
            return true;
        }
        if (!seen.add(new Seen(done, value))) {
            return false;
        }
        long firstEnd = Long.MAX_VALUE;
        for (int i = 0; i < calls.size(); i++) {
            firstEnd = (done & bit(i)) == 0 ? Math.min(firstEnd, calls.get(i).ended()) : firstEnd;
        }
        for (int i = 0; i < calls.size(); i++) {
            Call call = calls.get(i);
            if ((done & bit(i)) == 0 && call.begun() <= firstEnd) {
                Step step = step(call.request(), value);
                boolean right = call.answer().isEmpty() || isRight(call.answer().get(), step.answer());
                if (right && search(done | bit(i), isDone(call) ? step.value() : value, mustBeDone, seen)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A failure says that it was not done and will not be. */
    private static boolean isRight(Object answer, Object expected) {
        return answer instanceof Outcome.Failed || answer.equals(expected);
    }

    private static boolean isDone(Call call) {
        return call.answer().filter(Outcome.Failed.class::isInstance).isEmpty();
    }

    private static Step step(Request request, Optional<String> value) {
        if (!(request instanceof Change change)) {
            return new Step(value, value);
        }
        if (change.effect() instanceof Effect.Put put) {
            return new Step(Optional.of(put.value().toUtf8String()), Outcome.DONE);
        }
        if (change.effect() instanceof Effect.Increment increment) {
            long sum = Long.parseLong(value.orElse("0")) + increment.delta();
            return new Step(Optional.of(Long.toString(sum)), new Outcome.Number(sum));
        }
        if (change.effect() instanceof Effect.CompareAndSwap swap) {
            return swap.expected().map(Bytes::toUtf8String).equals(value)
                    ? new Step(Optional.of(swap.value().toUtf8String()), Outcome.DONE)
                    : new Step(value, new Outcome.Mismatch(value.map(Bytes::utf8)));
        }
        return new Step(Optional.empty(), new Outcome.Count(value.isPresent() ? 1 : 0));
    }
}

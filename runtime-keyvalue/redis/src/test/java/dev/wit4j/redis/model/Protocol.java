package dev.wit4j.redis.model;

import dev.wit4j.redis.model.Owner.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What can happen next. */
final class Protocol {
    private static final int STEPS = 2;

    private final Set<Rule> rules;
    private final Bounds bounds;

    Protocol(Set<Rule> rules, Bounds bounds) {
        this.rules = rules;
        this.bounds = bounds;
    }

    /**
     * How much happens at most.
     *
     * @param claims of the worker
     * @param sent how often the same request is
     * @param longestLoss how many records a server loses, once; 0 for no loss
     */
    record Bounds(int claims, int sent, int longestLoss) {}

    /** Something that happens, and what is then. */
    record Step(String what, State next) {}

    State initial() {
        return State.initial(bounds.claims());
    }

    /**
     * Everything that may happen in a state.
     *
     * @throws Violation if one of these things must not happen
     */
    List<Step> steps(State state) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < bounds.claims(); i++) {
            addSteps(state, i, steps);
        }
        for (Message message : Set.copyOf(state.network())) {
            steps.add(new Step("arrives, reply lost: " + message, arrive(state, message, false)));
            if (isAwaited(state, message)) {
                steps.add(new Step("arrives: " + message, arrive(state, message, true)));
            }
        }
        if (!state.lost() && bounds.longestLoss() > 0) {
            addLosses(state, steps);
        }
        return steps;
    }

    private void addSteps(State state, int i, List<Step> steps) {
        Owner owner = state.owners().get(i);
        String name = "owner " + i;
        switch (owner.phase()) {
            case FUTURE -> {
                if (i == 0 || state.owners().get(i - 1).phase() != Phase.FUTURE) {
                    steps.add(new Step(name + " claims", claim(state, i)));
                }
            }
            case READY -> steps.add(new Step(name + " goes on", goOn(state, i, owner)));
            case APPENDING -> steps.add(new Step(name + " looks for its record", settle(state, i, owner)));
            case EFFECTING -> {
                if (owner.sent() < bounds.sent()) {
                    steps.add(new Step(name + " asks again", ask(state, i, owner, Message.Kind.EFFECT)));
                }
                steps.add(new Step(name + " gives up", giveUp(state, i, owner)));
            }
            case GIVING_UP -> steps.add(new Step(name + " stops", state.with(i, owner.ended(Phase.STOPPED))));
            case FINISHED, STOPPED, REPORTED -> {}
        }
    }

    private void addLosses(State state, List<Step> steps) {
        for (int n = 1; n <= Math.min(bounds.longestLoss(), state.journal().size()); n++) {
            List<Entry> rest = state.journal().subList(0, state.journal().size() - n);
            steps.add(new Step("the journal loses " + n, state.afterLoss(rest, state.shard())));
        }
        if (!state.before().equals(state.shard())) {
            steps.add(new Step("the shard loses its last change", state.afterLoss(state.journal(), state.before())));
        }
    }

    private State claim(State state, int i) {
        int epoch = rules.contains(Rule.EPOCHS_ARE_UNIQUE) ? i + 1 : 1;
        int sequence = state.journal().isEmpty() ? 1 : end(state).sequence() + 1;
        Entry claim =
                new Entry(Entry.Kind.CLAIM, epoch, sequence, Entry.Effect.NOTHING, Entry.Expected.NOTHING, State.NONE);
        Replay replay = Replay.of(state.journal());
        State claimed = state.appending(claim);
        Owner owner = new Owner(Phase.READY, epoch, claim, claim, replay.expected(), State.NONE, replay.seen(), 0);
        if (replay.isComplete()) {
            return release(claimed.with(i, owner.ended(Phase.FINISHED)), replay.seen());
        }
        if (replay.open() != null && rules.contains(Rule.A_CLAIM_SETTLES_THE_OPEN_INTENT)) {
            return ask(claimed, i, owner.sending(Phase.EFFECTING, replay.open(), 0), Message.Kind.EFFECT);
        }
        return claimed.with(i, owner);
    }

    /** The guest makes its next call, or is done. */
    private State goOn(State state, int i, Owner owner) {
        int sequence = owner.last().sequence() + 1;
        int step = owner.seen().size();
        int settled = rules.contains(Rule.THE_OUTCOME_TRAVELS_WITH_THE_NEXT_RECORD) ? owner.settled() : State.NONE;
        if (step == STEPS) {
            Entry completion = new Entry(
                    Entry.Kind.COMPLETION,
                    owner.epoch(),
                    sequence,
                    Entry.Effect.NOTHING,
                    Entry.Expected.NOTHING,
                    settled);
            return append(state, i, owner.sending(Phase.APPENDING, completion, 0));
        }
        Entry.Effect effect = new Entry.Effect(step, 1 + i);
        Entry intent = new Entry(Entry.Kind.INTENT, owner.epoch(), sequence, effect, owner.expected(), settled);
        return rules.contains(Rule.INTENT_COMES_FIRST)
                ? append(state, i, owner.sending(Phase.APPENDING, intent, 0))
                : ask(state, i, owner.sending(Phase.EFFECTING, intent, 0), Message.Kind.EFFECT);
    }

    private State append(State state, int i, Owner owner) {
        Message message = new Message(Message.Kind.APPEND, i, owner.last(), owner.waiting(), owner.epoch());
        return state.sending(message).with(i, owner.sending(Phase.APPENDING, owner.waiting(), owner.sent() + 1));
    }

    private State ask(State state, int i, Owner owner, Message.Kind kind) {
        Phase phase = kind == Message.Kind.EFFECT ? Phase.EFFECTING : Phase.GIVING_UP;
        Message message = new Message(kind, i, owner.last(), owner.waiting(), owner.epoch());
        return state.sending(message).with(i, owner.sending(phase, owner.waiting(), owner.sent() + 1));
    }

    private State giveUp(State state, int i, Owner owner) {
        return rules.contains(Rule.GIVING_UP_IS_A_WRITE)
                ? ask(state, i, owner, Message.Kind.GIVE_UP)
                : state.with(i, owner.seeing(State.FAILED));
    }

    /** Looks what became of a record. */
    private State settle(State state, int i, Owner owner) {
        if (state.journal().contains(owner.waiting())) {
            return appended(state, i, owner);
        }
        Entry end = state.journal().isEmpty() ? null : end(state);
        if (end != null && end.epoch() > owner.epoch()) {
            return state.with(i, owner.ended(Phase.STOPPED));
        }
        if (end == null || !end.equals(owner.last())) {
            return report(state, i, owner);
        }
        return owner.sent() < bounds.sent() ? append(state, i, owner) : state.with(i, owner.ended(Phase.STOPPED));
    }

    private static Entry end(State state) {
        return state.journal().get(state.journal().size() - 1);
    }

    private static State report(State state, int i, Owner owner) {
        if (!state.lost()) {
            throw new Violation("owner " + i + " reports a loss, and there was none");
        }
        return state.with(i, owner.ended(Phase.REPORTED));
    }

    private State appended(State state, int i, Owner owner) {
        Owner after = owner.appended();
        if (owner.waiting().kind() == Entry.Kind.COMPLETION) {
            return release(state.with(i, after.ended(Phase.FINISHED)), owner.seen());
        }
        State next = rules.contains(Rule.A_REGISTER_STAYS)
                        || owner.waiting().expected().sequence() == 0
                ? state
                : state.sending(new Message(Message.Kind.PRUNE, i, owner.last(), owner.waiting(), owner.epoch()));
        return rules.contains(Rule.INTENT_COMES_FIRST)
                ? ask(next, i, after, Message.Kind.EFFECT)
                : next.with(
                        i,
                        new Owner(
                                Phase.READY,
                                after.epoch(),
                                after.last(),
                                after.last(),
                                after.expected(),
                                owner.settled(),
                                owner.seen(),
                                0));
    }

    /** Whether the sender of a request still waits for its reply. */
    private static boolean isAwaited(State state, Message message) {
        Owner owner = state.owners().get(message.owner());
        Phase phase = owner.phase();
        boolean waits = switch (message.kind()) {
            case APPEND -> phase == Phase.APPENDING;
            case EFFECT -> phase == Phase.EFFECTING;
            case GIVE_UP -> phase == Phase.GIVING_UP;
            case PRUNE -> false;
        };
        return waits && owner.waiting().equals(message.entry());
    }

    private State arrive(State state, Message message, boolean replies) {
        State after = state.without(message);
        return switch (message.kind()) {
            case APPEND -> arriveAppend(after, message, replies);
            case EFFECT, GIVE_UP -> arriveEffect(after, message, replies);
            case PRUNE -> after.with(after.shard().withRegister(Shard.Register.ABSENT));
        };
    }

    private State arriveAppend(State state, Message message, boolean replies) {
        boolean endFits = !state.journal().isEmpty() && end(state).equals(message.end());
        boolean idFits = state.journal().isEmpty() || message.entry().isAfter(end(state));
        boolean fenced = rules.contains(Rule.APPENDING_IS_FENCED);
        boolean checked = rules.contains(Rule.THE_END_OF_THE_JOURNAL_IS_CHECKED) && fenced;
        boolean known = state.journal().contains(message.entry());
        if (known || fenced && !idFits || checked && !endFits) {
            return state;
        }
        State next = state.appending(message.entry());
        return replies ? appended(next, message.owner(), next.owners().get(message.owner())) : next;
    }

    private State arriveEffect(State state, Message message, boolean replies) {
        Shard.Register register = state.shard().register();
        Entry intent = message.entry();
        int i = message.owner();
        Owner owner = state.owners().get(i);
        if (register.epoch() > message.epoch()) {
            return replies ? state.with(i, owner.ended(Phase.STOPPED)) : state;
        }
        if (register.sequence() == intent.sequence()) {
            return adopt(state, message, replies);
        }
        boolean expected = rules.contains(Rule.A_REGISTER_MOVES_FROM_THE_EXPECTED_VALUE)
                ? register.holds(intent.expected())
                        || !rules.contains(Rule.A_REGISTER_STAYS) && register.equals(Shard.Register.ABSENT)
                : register.sequence() < intent.sequence();
        if (!expected) {
            return replies ? report(state, i, owner) : state;
        }
        Shard shard = message.kind() == Message.Kind.EFFECT
                ? state.shard().increment(message.epoch(), intent.sequence(), intent.effect())
                : state.shard().giveUp(message.epoch(), intent.sequence(), intent.effect());
        if (message.kind() == Message.Kind.EFFECT) {
            checkEffect(state, message);
        }
        State next = state.with(shard);
        return replies ? saw(next, i, owner, shard.register().outcome()) : next;
    }

    /** The register has this sequence: it answers whoever asks for the same. */
    private State adopt(State state, Message message, boolean replies) {
        Shard.Register register = state.shard().register();
        int i = message.owner();
        Owner owner = state.owners().get(i);
        boolean same = register.effect().equals(message.entry().effect());
        if (!same && rules.contains(Rule.ARGUMENTS_ARE_COMPARED)) {
            return replies ? report(state, i, owner) : state;
        }
        State raised = state.with(state.shard()
                .withRegister(new Shard.Register(
                        message.epoch(), register.sequence(), register.effect(), register.outcome())));
        State next = message.epoch() > register.epoch() ? raised : state;
        if (replies && !same) {
            throw new Violation("owner " + i + " gets the answer to another question");
        }
        return replies ? saw(next, i, owner, register.outcome()) : next;
    }

    private State saw(State state, int i, Owner owner, int outcome) {
        return rules.contains(Rule.INTENT_COMES_FIRST) || owner.waiting().equals(owner.last())
                ? state.with(i, owner.seeing(outcome))
                : append(state, i, owner.seeing(outcome).sending(Phase.APPENDING, owner.waiting(), 0));
    }

    /** An effect is done now: may it be? */
    private static void checkEffect(State state, Message message) {
        int step = message.entry().effect().step();
        for (Entry.Effect done : state.shard().applied()) {
            if (done.step() >= step) {
                throw new Violation("step " + step + " is done when step " + done.step() + " has been");
            }
        }
        List<Integer> seen = state.owners().get(message.owner()).seen();
        for (int earlier = 0; earlier < Math.min(step, seen.size()); earlier++) {
            if (seen.get(earlier) != State.FAILED && !state.shard().has(earlier)) {
                throw new Violation("step " + step + " is done when step " + earlier + " is lost");
            }
        }
        if (!state.lost()) {
            checkPromise(state.released(), step);
            state.owners().forEach(owner -> checkPromise(owner.seen(), step));
        }
    }

    private static void checkPromise(List<Integer> outcomes, int step) {
        if (step < outcomes.size() && outcomes.get(step) == State.FAILED) {
            throw new Violation("step " + step + " is done after its guest heard that it is not");
        }
    }

    /** A reply leaves: what it rests on must be so, and stay so. */
    private static State release(State state, List<Integer> outcomes) {
        if (state.lost()) {
            return state;
        }
        if (!state.released().isEmpty() && !state.released().equals(outcomes)) {
            throw new Violation("a reply rests on " + outcomes + ", one before on " + state.released());
        }
        for (int step = 0; step < outcomes.size(); step++) {
            if (state.shard().has(step) == (outcomes.get(step) == State.FAILED)) {
                throw new Violation("a reply rests on " + outcomes + ", done is "
                        + state.shard().applied());
            }
        }
        return state.releasing(outcomes);
    }
}

package dev.wit4j.runtime;

import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * A host function of the class <i>write</i>: what it does to the world is an {@link Effect} that is committed together with the
 * journal entry of the call. On replay the effect is not asked for, and the result is made from the recorded outcome.
 */
public interface WriteFunction {
    /**
     * What the call is to do. Runs only when the call is live.
     *
     * @param target the implementation, as {@link dev.wit4j.component.FunctionType.Call} has it
     * @param arguments as {@link dev.wit4j.component.FunctionType.Call} has them, resources being the host's own objects
     * @throws dev.wit4j.ErrorResultException the call's answer, if it is refused before anything is done; journaled as such
     */
    Effect effect(Object target, Object[] arguments);

    /**
     * The answer of the call. Must depend on nothing but what it is given: it runs again on replay.
     *
     * @throws dev.wit4j.ErrorResultException the declared error, if that is the answer
     */
    @Nullable
    Object result(Object target, Object[] arguments, Outcome outcome);
}

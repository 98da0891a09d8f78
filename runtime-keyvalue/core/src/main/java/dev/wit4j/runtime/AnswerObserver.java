package dev.wit4j.runtime;

import org.jspecify.annotations.Nullable;

/** Hears of the answers of a read that replay takes from the journal, in place of the host function that is not called then. */
@FunctionalInterface
public interface AnswerObserver {
    /** Who has no use for them. */
    AnswerObserver NONE = (arguments, answer) -> {};

    /**
     * A call has its recorded answer.
     *
     * @param arguments as the host function would have been given them
     * @param answer what it returned; {@code null} if it returns nothing. Declared errors are not told
     */
    void answered(Object[] arguments, @Nullable Object answer);
}

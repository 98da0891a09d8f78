package dev.wit4j;

/**
 * The end of an instance: a rule of the component model was broken, or the host stopped it. An {@link Error}, and sticky: once
 * thrown, every later call of the instance throws it again, whatever the guest's code catches.
 */
public class Trap extends Error {
    private static final long serialVersionUID = 1;

    /**
     * A trap.
     *
     * @param message what was done that must not be, with the names in question
     */
    public Trap(String message) {
        super(message);
    }

    /**
     * A trap that something else led to.
     *
     * @param message what was done that must not be, with the names in question
     * @param cause what led to it
     */
    public Trap(String message, Throwable cause) {
        super(message, cause);
    }

    /**
     * A trap to throw when this one is met again. Never the same object: try-with-resources would fail to suppress a throwable
     * by itself.
     */
    public final Trap again() {
        return new Trap(String.valueOf(getMessage()), this);
    }
}

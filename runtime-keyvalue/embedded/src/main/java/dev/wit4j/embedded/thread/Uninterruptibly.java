package dev.wit4j.embedded.thread;

/** Waiting that no interrupt cuts short: a thread that is interrupted meanwhile is so again when it goes on. */
public final class Uninterruptibly {
    private Uninterruptibly() {}

    /** Something to wait for. */
    @FunctionalInterface
    public interface Wait<T, E extends Exception> {
        /** What comes of waiting. */
        T get() throws InterruptedException, E;
    }

    /** What comes of {@code wait}, however often it takes a new start. */
    public static <T, E extends Exception> T get(Wait<T, E> wait) throws E {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return wait.get();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits for the end of {@code thread}. One that was not started has ended. */
    public static void join(Thread thread) {
        get(() -> {
            thread.join();
            return thread;
        });
    }
}

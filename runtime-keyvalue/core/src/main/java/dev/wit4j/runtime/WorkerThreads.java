package dev.wit4j.runtime;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The threads that workers run on: virtual ones where the Java platform has them. */
final class WorkerThreads {
    private static final AtomicLong NUMBER = new AtomicLong();

    private WorkerThreads() {}

    /** An executor that starts every task at once, however many wait for others. */
    static ExecutorService executor() {
        try {
            MethodHandle virtual = MethodHandles.publicLookup()
                    .findStatic(
                            Executors.class,
                            "newVirtualThreadPerTaskExecutor",
                            MethodType.methodType(ExecutorService.class));
            return (ExecutorService) virtual.invokeExact();
        } catch (NoSuchMethodException e) {
            return platform();
        } catch (Throwable e) {
            throw new IllegalStateException("virtual threads are there but cannot be used", e);
        }
    }

    private static ExecutorService platform() {
        return Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "wit4j-worker-" + NUMBER.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}

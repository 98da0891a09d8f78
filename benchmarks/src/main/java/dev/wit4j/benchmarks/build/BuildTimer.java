package dev.wit4j.benchmarks.build;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.apache.maven.eventspy.AbstractEventSpy;
import org.apache.maven.execution.ExecutionEvent;

/**
 * An extension of Maven that prints how long goals took between Maven's events of their start and end, which includes loading
 * their plugin, and at the end what the process took of the processors. For builds of one thread.
 */
public final class BuildTimer extends AbstractEventSpy {
    /** What the printed lines begin with; a tab and nanoseconds end them. */
    static final String MARK = "build-timer ";

    private final ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    private long started;
    private long processorTime;

    @Override
    public void onEvent(Object event) {
        if (event instanceof ExecutionEvent execution) {
            switch (execution.getType()) {
                case MojoStarted -> start();
                case MojoSucceeded -> end(execution.getMojoExecution().getGoal());
                case SessionEnded -> endProcess();
                default -> {}
            }
        }
    }

    private void start() {
        processorTime = thread.getCurrentThreadCpuTime();
        started = System.nanoTime();
    }

    private void end(String goal) {
        long time = System.nanoTime() - started;
        print(goal + ", from event to event", time);
        print(
                goal + ", from event to event, processor time of its thread",
                thread.getCurrentThreadCpuTime() - processorTime);
    }

    private static void endProcess() {
        var system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        print("whole process, processor time", system.getProcessCpuTime());
    }

    static void print(String what, long nanoseconds) {
        System.out.println(MARK + what + "\t" + nanoseconds);
    }
}

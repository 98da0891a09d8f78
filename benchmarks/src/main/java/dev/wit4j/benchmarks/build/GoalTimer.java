package dev.wit4j.benchmarks.build;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import javax.inject.Named;
import javax.inject.Singleton;
import org.apache.maven.eventspy.AbstractEventSpy;
import org.apache.maven.execution.ExecutionEvent;
import org.apache.maven.execution.MojoExecutionEvent;
import org.apache.maven.execution.MojoExecutionListener;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * An extension of Maven that prints how long each goal took, and at the end what the process took of the processors. Its lines
 * begin with {@link #MARK}; times are nanoseconds. For builds of one thread.
 */
@Named
@Singleton
public final class GoalTimer extends AbstractEventSpy implements MojoExecutionListener {
    static final String MARK = "goal-timer ";

    private long started;
    private long executing;
    private long executed;
    private long processorTime;

    @Override
    public void onEvent(Object event) {
        if (event instanceof ExecutionEvent execution) {
            switch (execution.getType()) {
                case MojoStarted -> started = System.nanoTime();
                case MojoSucceeded -> print(execution, System.nanoTime() - started);
                case SessionEnded ->
                    System.out.println(MARK + "process "
                            + ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                                    .getProcessCpuTime());
                default -> {}
            }
        }
    }

    private void print(ExecutionEvent execution, long withPreparation) {
        System.out.println(MARK + execution.getMojoExecution().getGoal() + " " + withPreparation + " " + executed + " "
                + processorTime);
    }

    @Override
    public void beforeMojoExecution(MojoExecutionEvent event) throws MojoExecutionException {
        processorTime = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        executing = System.nanoTime();
    }

    @Override
    public void afterMojoExecutionSuccess(MojoExecutionEvent event) throws MojoExecutionException {
        executed = System.nanoTime() - executing;
        processorTime = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - processorTime;
    }

    @Override
    public void afterExecutionFailure(MojoExecutionEvent event) {}
}

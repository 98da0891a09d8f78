package dev.wit4j.benchmarks.build;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import org.apache.maven.execution.MojoExecutionEvent;
import org.apache.maven.execution.MojoExecutionListener;

/** An extension of Maven that prints how long goals took, from when they are set up and called until they come back. */
public final class GoalTimer implements MojoExecutionListener {
    private final ThreadMXBean thread = ManagementFactory.getThreadMXBean();
    private long started;
    private long processorTime;

    @Override
    public void beforeMojoExecution(MojoExecutionEvent event) {
        processorTime = thread.getCurrentThreadCpuTime();
        started = System.nanoTime();
    }

    @Override
    public void afterMojoExecutionSuccess(MojoExecutionEvent event) {
        long time = System.nanoTime() - started;
        String goal = event.getExecution().getGoal();
        BuildTimer.print(goal + ", the goal", time);
        BuildTimer.print(
                goal + ", the goal, processor time of its thread", thread.getCurrentThreadCpuTime() - processorTime);
    }

    @Override
    public void afterExecutionFailure(MojoExecutionEvent event) {}
}

package dev.wit4j.maven.report;

/** Whoever wants to know what is wrong with the input, while it is found. */
public interface FindingListener {
    /** Takes a finding. */
    void found(Finding finding);
}

package dev.wit4j.embedded.log;

import dev.wit4j.embedded.file.Directory;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A log that nobody writes, as it would be found when it is opened. Changes nothing. For one thread. */
public final class LogArchive {
    private final Directory directory;
    private final LogScan scan;
    private final TreeMap<Long, SegmentHeader> headers = new TreeMap<>();

    private LogArchive(Directory directory, LogScan scan) {
        this.directory = directory;
        this.scan = scan;
        scan.segments().forEach(header -> headers.put(header.segment(), header));
    }

    /**
     * Reads all of the log in {@code directory} and checks it.
     *
     * @return empty if there is none
     * @throws dev.wit4j.journal.StorageException if it is damaged
     */
    public static Optional<LogArchive> open(Directory directory) throws IOException {
        return LogScanner.scan(directory).map(scan -> new LogArchive(directory, scan));
    }

    /**
     * A file of the log.
     *
     * @param file its name, for people
     * @param number of the segment
     * @param incarnation how many times the log had been opened when it was begun
     * @param firstRecord the record that it begins with, or amid
     */
    public record Segment(String file, long number, long incarnation, long firstRecord) {}

    /** The files that are in use, in their order. */
    public List<Segment> segments() {
        return scan.segments().stream()
                .map(header -> new Segment(
                        directory.describe(SegmentNames.of(header.segment())),
                        header.segment(),
                        header.incarnation(),
                        header.firstRecord()))
                .toList();
    }

    /** The number that was drawn when the log was made. */
    public long id() {
        return scan.segments().get(0).log();
    }

    /** The number of the last record; 0 if there has never been one. */
    public long lastRecord() {
        return scan.last().nextRecord() - 1;
    }

    /** Whether the log was closed in order. */
    public boolean isSealed() {
        return scan.sealed();
    }

    /** What the next opening will cut off: an interrupted write; empty if there is nothing. */
    public Optional<String> cut() {
        return scan.cut();
    }

    /**
     * Checks that this log and the tables that follow it are of one piece.
     *
     * @param applied the last record that the tables hold
     * @throws dev.wit4j.journal.StorageException if one of them lacks what the other needs
     */
    public void requireJoined(long applied) {
        scan.requireJoined(directory, applied);
    }

    /** Gives every record behind {@code after} to {@code records}, in order. */
    public void replay(long after, RecordConsumer records) throws IOException {
        RecordReader.replay(directory, headers, after, lastRecord(), records);
    }
}

package dev.wit4j.embedded.log;

/**
 * Where a record begins.
 *
 * @param record its number
 * @param segment the number of the segment
 * @param offset of the frame with its first byte, in the segment
 */
public record Position(long record, long segment, long offset) {}

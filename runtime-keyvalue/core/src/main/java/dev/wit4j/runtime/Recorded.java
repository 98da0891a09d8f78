package dev.wit4j.runtime;

import dev.wit4j.journal.Outcome;
import dev.wit4j.runtime.entry.Entry;

/**
 * An entry as it is read back.
 *
 * @param index its number in the worker's journal, from 0
 * @param outcome that of its record, if it is the last of the record
 */
record Recorded(long index, Entry entry, Outcome outcome) {}

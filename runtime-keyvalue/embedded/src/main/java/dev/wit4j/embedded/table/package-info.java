/**
 * The tables: a view of what the records of the log came to, in SQLite, with the number of the last record that is in it. One
 * thread writes, others read. May import {@code dev.wit4j}, {@code dev.wit4j.journal}, {@code dev.wit4j.embedded.change} and
 * {@code thread}, and {@code java.sql}.
 */
@NullMarked
package dev.wit4j.embedded.table;

import org.jspecify.annotations.NullMarked;

/**
 * The file operations of the log, and no others: the one place where a test can lose power, fill the disk or fail a sync. May
 * import the JDK.
 */
@NullMarked
package dev.wit4j.embedded.file;

import org.jspecify.annotations.NullMarked;

/** Folders whose power can be lost, whose disk can be full and whose syncs can fail. */
@org.jspecify.annotations.NullMarked
package dev.wit4j.embedded.file;

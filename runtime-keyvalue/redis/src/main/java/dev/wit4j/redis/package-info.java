/**
 * Journals, mailboxes and buckets on Redis: one node, behind Sentinel, or Cluster. A commit is one script where journal and
 * effect are on one slot; where they are not, the intent comes first and a register beside the bucket takes the effect once.
 * May import {@code dev.wit4j}, {@code dev.wit4j.journal}, Jedis, slf4j and the JDK.
 */
@NullMarked
package dev.wit4j.redis;

import org.jspecify.annotations.NullMarked;

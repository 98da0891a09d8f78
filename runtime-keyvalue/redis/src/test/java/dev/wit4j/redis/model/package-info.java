/**
 * The protocol for a journal and a bucket on different slots as a model that is explored exhaustively within small bounds:
 * three claims of one worker, a guest of two increments, requests that are lost, late or repeated, and one loss of what a
 * server had acknowledged.
 */
@NullMarked
package dev.wit4j.redis.model;

import org.jspecify.annotations.NullMarked;

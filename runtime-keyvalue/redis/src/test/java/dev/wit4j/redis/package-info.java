/** Tests of the store on Redis, and real servers for them and for the tests of other modules. */
@NullMarked
package dev.wit4j.redis;

import org.jspecify.annotations.NullMarked;

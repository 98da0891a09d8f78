package dev.wit4j.redis;

import java.util.List;
import redis.clients.jedis.HostAndPort;

/** Which server is responsible for what. Safe to share between threads. */
interface Topology extends AutoCloseable {
    /** The server that a key is on, as far as is known. */
    Server server(byte[] key);

    /** The server at an address that a redirection named. */
    Server server(HostAndPort address);

    /** Looks again where everything is: a server did not answer, or said that it is no longer responsible. */
    void refresh();

    /** Every master. */
    List<Server> masters();

    /** Whether keys of different slots cannot be in one script. */
    boolean slotsAreApart();

    @Override
    void close();
}

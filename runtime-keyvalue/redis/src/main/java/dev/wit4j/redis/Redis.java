package dev.wit4j.redis;

import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.UnavailableException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** Sends commands and scripts to the servers that are responsible. Safe to share between threads. */
final class Redis {
    /** Errors that say that nothing was executed, and that it may be another time. */
    private static final Set<String> FOR_A_WHILE = Set.of(
            "LOADING",
            "BUSY",
            "CLUSTERDOWN",
            "TRYAGAIN",
            "MASTERDOWN",
            "READONLY",
            "NOREPLICAS",
            "MISCONF",
            "OOM",
            "MOVED",
            "ASK");

    /** Errors that mean that somebody else may be responsible by now. */
    private static final Set<String> ELSEWHERE = Set.of("READONLY", "MASTERDOWN", "CLUSTERDOWN", "MOVED");

    private static final int LONGEST_REDIRECTION = 5;

    private final Topology topology;
    private final RedisRetries retries;

    Redis(Topology topology, RedisRetries retries) {
        this.topology = topology;
        this.retries = retries;
    }

    Topology topology() {
        return topology;
    }

    /** For a request whose first attempt is made now: when it is made again. */
    Patience patience() {
        return new Patience(retries);
    }

    /**
     * One attempt to run a script. Redirections are followed: who answers with one has executed nothing.
     *
     * @param arguments given the number of the connection that is used, those of the script
     * @throws RefusedException if the script failed
     * @throws NoReplyException if it is not known what became of it
     */
    Object attempt(Script script, List<byte[]> keys, Function<ServerConnection, List<byte[]>> arguments) {
        return redirected(keys.get(0), connection -> evaluate(connection, script, keys, arguments.apply(connection)));
    }

    /** Runs a script that may be run any number of times, until it is answered. */
    Object run(Script script, List<byte[]> keys, List<byte[]> arguments) {
        return run(script, keys, () -> arguments);
    }

    /** Runs a script until it is answered, each time with arguments of its own. */
    Object run(Script script, List<byte[]> keys, Supplier<List<byte[]>> arguments) {
        return patiently(() -> attempt(script, keys, connection -> arguments.get()));
    }

    /** Reads what is at one place, if there is something. */
    byte @Nullable [] find(byte[] key, CommandArguments command) {
        return (byte @Nullable []) patiently(() -> redirected(key, connection -> connection.executeCommand(command)));
    }

    /** Runs a command on a key that always answers and may be run any number of times. */
    Object run(byte[] key, CommandArguments command) {
        return run(key, connection -> connection.executeCommand(command));
    }

    /** Runs commands in a row on the server of a key, any number of times, until they are answered. */
    <T> T run(byte[] key, Function<ServerConnection, T> exchange) {
        return patiently(() -> redirected(key, exchange));
    }

    /**
     * Attempts something until it is answered, an error that lasts included.
     *
     * @throws UnavailableException if its attempts or their time are used up
     * @throws StorageException if the answer is an error that lasts
     */
    private <T extends @Nullable Object> T patiently(Supplier<T> attempt) {
        Patience patience = patience();
        while (true) {
            try {
                return attempt.get();
            } catch (RefusedException | NoReplyException e) {
                notice(e);
                if (!passes(e)) {
                    throw new StorageException("Redis cannot be used: " + e.getMessage(), e);
                }
                if (!patience.pause()) {
                    throw new UnavailableException("Redis cannot be used at present: " + e.getMessage(), e);
                }
            }
        }
    }

    /** Whether it is worth trying again after {@code failure}. */
    static boolean passes(RuntimeException failure) {
        return failure instanceof NoReplyException
                || failure instanceof RefusedException refused && FOR_A_WHILE.contains(refused.code());
    }

    /** Looks where everything is if {@code failure} says that it may have moved. */
    void notice(RuntimeException failure) {
        if (failure instanceof NoReplyException
                || failure instanceof RefusedException refused && ELSEWHERE.contains(refused.code())) {
            topology.refresh();
        }
    }

    private <T extends @Nullable Object> T redirected(byte[] key, Function<ServerConnection, T> exchange) {
        Server server = topology.server(key);
        boolean asking = false;
        for (int hop = 0; true; hop++) {
            try {
                return server.exchange(asking ? connection -> connection.asking(exchange) : exchange);
            } catch (RefusedException e) {
                asking = e.code().equals("ASK");
                if (hop == LONGEST_REDIRECTION || !asking && !e.code().equals("MOVED")) {
                    throw e;
                }
                server = topology.server(target(e.word(2), server.address()));
                if (!asking) {
                    topology.refresh();
                }
            }
        }
    }

    private static HostAndPort target(String redirection, HostAndPort asked) {
        HostAndPort target = HostAndPort.from(redirection);
        return at(target.getHost(), target.getPort(), asked);
    }

    /** An address as a node of a cluster says it: without a host it is on that of the node. */
    static HostAndPort at(String host, int port, HostAndPort asked) {
        return new HostAndPort(host.isEmpty() ? asked.getHost() : host, port);
    }

    /** By its digest, which a server forgets when it restarts; then by its source. */
    private static Object evaluate(
            ServerConnection connection, Script script, List<byte[]> keys, List<byte[]> arguments) {
        try {
            return connection.executeCommand(evaluation(Command.EVALSHA, script.sha1(), keys, arguments));
        } catch (JedisNoScriptException e) {
            return connection.executeCommand(evaluation(Command.EVAL, script.source(), keys, arguments));
        }
    }

    private static CommandArguments evaluation(
            Command command, String script, List<byte[]> keys, List<byte[]> arguments) {
        CommandArguments evaluation = new CommandArguments(command).add(script).add(keys.size());
        keys.forEach(evaluation::add);
        arguments.forEach(evaluation::add);
        return evaluation;
    }

    /** The bytes that text is for Redis. */
    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** The text that an answer is. */
    static String text(Object reply) {
        return new String((byte[]) reply, StandardCharsets.UTF_8);
    }
}

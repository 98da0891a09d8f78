package dev.wit4j.redis;

import dev.wit4j.journal.StorageException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol.Command;
import redis.clients.jedis.exceptions.JedisDataException;

/**
 * What is looked at over each new connection to a server of data: since the last one it may have been restarted with other
 * settings, demoted, or replaced by another one at the same address. Safe to share between threads.
 */
final class ServerChecks implements Function<ServerConnection, String> {
    private static final Logger LOG = LoggerFactory.getLogger(RedisStorage.class);
    private static final int OLDEST_MAJOR = 6;
    private static final int OLDEST_MINOR = 2;

    private final HostAndPort address;
    private final boolean ofCluster;
    private volatile Judged judged = new Judged("", "");

    /**
     * Checks that have seen nothing yet.
     *
     * @param ofCluster whether it is to be a node of a cluster
     */
    ServerChecks(HostAndPort address, boolean ofCluster) {
        this.address = address;
        this.ofCluster = ofCluster;
    }

    /** What the run of a master guarantees. */
    private record Judged(String run, String guarantee) {}

    /**
     * Looks at the server.
     *
     * @return what it guarantees, in words; nothing, of a replica in a cluster
     * @throws StorageException if it cannot keep journals; the message says why, and what to do
     * @throws JedisDataException if it refuses to be looked at, or is a replica that may answer with what is old
     */
    @Override
    public String apply(ServerConnection connection) {
        Map<String, String> info = parse(Redis.text(connection.executeCommand(Command.INFO)));
        boolean replica = info.getOrDefault("role", "").equals("slave");
        if (replica && !ofCluster) {
            throw new JedisDataException("READONLY Redis at " + address
                    + " is a replica, which may not have everything yet: connect to its master");
        }
        if (replica) {
            return "";
        }
        requireFit(info);
        String run = info.getOrDefault("run_id", "");
        Judged last = judged;
        if (!last.run().equals(run)) {
            last = new Judged(run, guarantee(connection, info));
            LOG.info("Redis {} at {}: {}", info.get("redis_version"), address, last.guarantee());
            judged = last;
        }
        return last.guarantee();
    }

    private void requireFit(Map<String, String> info) {
        String version = info.getOrDefault("redis_version", "");
        if (!isSupported(version)) {
            throw new StorageException("Redis at " + address + " is version " + version + ": use 6.2 or later");
        }
        String policy = info.getOrDefault("maxmemory_policy", "");
        if (!policy.equals("noeviction")) {
            throw new StorageException("Redis at " + address + " evicts keys (maxmemory-policy " + policy
                    + "), so it cannot keep journals: set maxmemory-policy to noeviction");
        }
        if (!ofCluster && info.getOrDefault("cluster_enabled", "0").equals("1")) {
            throw new StorageException("Redis at " + address
                    + " is a node of a cluster: connect with redis-cluster:// instead of redis://");
        }
    }

    private static boolean isSupported(String version) {
        String[] numbers = version.split("\\.");
        if (numbers.length < 2) {
            return false;
        }
        int major = Integer.parseInt(numbers[0]);
        return major > OLDEST_MAJOR || major == OLDEST_MAJOR && Integer.parseInt(numbers[1]) >= OLDEST_MINOR;
    }

    private String guarantee(ServerConnection connection, Map<String, String> info) {
        if (!info.getOrDefault("aof_enabled", "0").equals("1")) {
            LOG.warn(
                    "Redis at {} does not log what it writes (appendonly no): when it stops, it loses everything since its last"
                            + " dump, replies that were given included; set appendonly yes and appendfsync always",
                    address);
            return "exactly once until the server stops";
        }
        String fsync = setting(connection, "appendfsync");
        String whileRewriting = setting(connection, "no-appendfsync-on-rewrite");
        if (!fsync.equals("always") || !whileRewriting.equals("no")) {
            LOG.warn(
                    "Redis at {} has appendfsync {} and no-appendfsync-on-rewrite {}: a loss of power can take the last writes with"
                            + " it; set appendfsync always and no-appendfsync-on-rewrite no",
                    address,
                    fsync,
                    whileRewriting);
            return "exactly once until the power fails";
        }
        return "exactly once, without failover";
    }

    private static String setting(ServerConnection connection, String name) {
        try {
            List<?> reply = (List<?>) connection.executeCommand(
                    new CommandArguments(Command.CONFIG).add("GET").add(name));
            return reply.size() < 2 ? "unknown" : Redis.text(reply.get(1));
        } catch (JedisDataException e) {
            return "unknown (CONFIG GET is not allowed)";
        }
    }

    private static Map<String, String> parse(String info) {
        return info.lines()
                .filter(line -> line.indexOf(':') > 0)
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.indexOf(':')),
                        line -> line.substring(line.indexOf(':') + 1).strip(),
                        (first, second) -> first));
    }
}

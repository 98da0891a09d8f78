package dev.wit4j.redis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;

/** A slot on its way from one master to another. */
final class SlotMigration {
    private static final int TIMEOUT_MILLIS = 10_000;
    private static final int MANY = 1000;

    private final RedisCluster cluster;
    private final int slot;
    private final RedisServer from;
    private final RedisServer to;

    private SlotMigration(RedisCluster cluster, int slot, RedisServer from, RedisServer to) {
        this.cluster = cluster;
        this.slot = slot;
        this.from = from;
        this.to = to;
    }

    /** Begins to move a slot, with its first key: who asks for another is sent on, and who asks for both is told to wait. */
    static SlotMigration begin(RedisCluster cluster, int slot) {
        RedisServer from = cluster.masterOf(slot);
        RedisServer to = cluster.servers().stream()
                .filter(server -> !server.equals(from))
                .findFirst()
                .orElseThrow();
        SlotMigration migration = new SlotMigration(cluster, slot, from, to);
        command(to, "SETSLOT", Integer.toString(slot), "IMPORTING", id(from));
        command(from, "SETSLOT", Integer.toString(slot), "MIGRATING", id(to));
        migration.move(1);
        return migration;
    }

    /** Moves the rest: whoever asks for any of them is sent on, and the slot is where it was. */
    void moveRest() {
        while (move(MANY) > 0) {
            // More of them may have come meanwhile.
        }
    }

    /** Moves the rest, and makes it known. */
    void end() {
        moveRest();
        String owner = id(to);
        Stream.concat(Stream.of(to, from), cluster.servers().stream())
                .distinct()
                .forEach(server -> command(server, "SETSLOT", Integer.toString(slot), "NODE", owner));
    }

    /** Moves up to so many keys, and says how many there were. */
    private int move(int count) {
        try (Jedis jedis = new Jedis("127.0.0.1", from.port(), TIMEOUT_MILLIS)) {
            List<String> keys = jedis.clusterGetKeysInSlot(slot, count);
            if (!keys.isEmpty()) {
                String[] start = {
                    "127.0.0.1", Integer.toString(to.port()), "", "0", Integer.toString(TIMEOUT_MILLIS), "KEYS"
                };
                jedis.sendCommand(
                        Command.MIGRATE,
                        Stream.concat(Arrays.stream(start), keys.stream()).toArray(String[]::new));
            }
            return keys.size();
        }
    }

    private static String id(RedisServer server) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            return jedis.clusterMyId();
        }
    }

    private static void command(RedisServer server, String... arguments) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port(), TIMEOUT_MILLIS)) {
            jedis.sendCommand(Command.CLUSTER, arguments);
        }
    }
}

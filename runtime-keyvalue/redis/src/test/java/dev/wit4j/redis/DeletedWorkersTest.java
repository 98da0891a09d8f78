package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;

/** What deleted workers leave on a cluster: nothing for long, and nothing that a late request of theirs could use. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeletedWorkersTest {
    private static final WorkerId WORKER = new WorkerId("a/b", "one two");
    private static final WorkerId OTHER = new WorkerId("a", "other");
    private static final Bytes ENTRY = Bytes.utf8("entry");
    private static final Effect INCREMENT = new Effect.Increment("b", "n", 1, Effect.Range.UNSIGNED);
    private static final Effect ENQUEUE = new Effect.Enqueue(OTHER, new Invocation("call", ENTRY));
    private static final long IN_A_YEAR = System.currentTimeMillis() + 365L * 24 * 3600 * 1000;

    private final RedisCluster cluster = RedisCluster.start(RedisBinary.preferred(), 0, "appendfsync everysec");
    private final RedisStorage storage = RedisStorage.connect(cluster.uri(), RedisOptions.DEFAULT.withShards(4));

    @AfterEach
    void clear() {
        cluster.servers().forEach(server -> {
            try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
                jedis.flushAll();
            }
        });
    }

    @AfterAll
    void stop() {
        storage.close();
        cluster.close();
    }

    private List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (RedisServer server : cluster.servers()) {
            try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
                keys.addAll(jedis.keys("*"));
            }
        }
        return keys;
    }

    private void work(Journal journal) {
        journal.commit(ENTRY, INCREMENT);
        journal.commit(ENTRY, new Effect.Put("c", "k", ENTRY, OptionalLong.empty()));
        journal.commit(ENTRY, ENQUEUE);
        journal.commit(ENTRY, Effect.NONE);
    }

    @Test
    void theirRegistersGoWhenNothingOfThemCanComeAnyMore() {
        work(storage.claim(WORKER));
        storage.workers().delete(WORKER);
        assertThat(keys()).filteredOn(key -> key.endsWith(":m")).hasSize(3);

        storage.registry().forgetRegisters(IN_A_YEAR);

        assertThat(keys())
                .filteredOn(key -> key.endsWith(":m") || key.endsWith(":due-registers"))
                .isEmpty();
        storage.workers().delete(OTHER);
        storage.buckets().apply(new Effect.Delete("b", List.of("n")));
        storage.buckets().apply(new Effect.Delete("c", List.of("k")));
        assertThat(keys()).allMatch(key -> key.endsWith(":w") || key.endsWith(":settings"));
    }

    @Test
    void allThatAreDueGoHoweverManyTheyAre() {
        byte[] registers = storage.keys().registersAt("b/0");
        byte[] due = storage.keys().dueRegisters();
        CommandArguments set = new CommandArguments(Command.HSET).add(registers);
        CommandArguments note = new CommandArguments(Command.ZADD).add(due);
        for (int i = 0; i < 250; i++) {
            String field = "a/gone-" + i + "/1";
            set.add(field).add("register");
            note.add(1).add(field + " b/0");
        }
        storage.redis().run(registers, set);
        storage.redis().run(due, note);

        storage.registry().forgetRegisters();

        assertThat(keys()).allMatch(key -> key.endsWith(":settings"));
    }

    @Test
    void aWorkerThatWasMadeAnewKeepsItsRegisters() {
        work(storage.claim(WORKER));
        storage.workers().delete(WORKER);
        Journal anew = storage.claim(WORKER);
        work(anew);

        storage.registry().forgetRegisters(IN_A_YEAR);

        assertThat(anew.commit(ENTRY, INCREMENT)).isEqualTo(new Outcome.Number(3));
        assertThat(storage.claim(WORKER).commit(ENTRY, INCREMENT)).isEqualTo(new Outcome.Number(4));
    }

    /** It reads what it expects at each when it comes there. */
    @Test
    void aWorkerThatHasWrittenAtManyPlacesIsClaimedAndLeavesNothingEither() {
        storage.claim(WORKER).commit(ENTRY, INCREMENT);
        storage.claim(WORKER).commit(ENTRY, ENQUEUE);
        storage.claim(WORKER).commit(ENTRY, Effect.NONE);
        byte[] expected = storage.keys().of(WORKER).expected();
        CommandArguments others = new CommandArguments(Command.HSET).add(expected);
        for (int i = 0; i < Registers.MOST_READ_AT_ONCE; i++) {
            others.add(Keys.place(new WorkerId("gone", "callee-" + i))).add("register");
        }
        storage.redis().run(expected, others);

        Journal journal = storage.claim(WORKER);
        assertThat(journal.commit(ENTRY, INCREMENT)).isEqualTo(new Outcome.Number(2));
        assertThat(journal.commit(ENTRY, ENQUEUE)).isEqualTo(Outcome.DONE);
        assertThat(journal.commit(ENTRY, new Effect.Put("c", "k", ENTRY, OptionalLong.empty())))
                .isEqualTo(Outcome.DONE);
        assertThat(storage.claim(WORKER).commit(ENTRY, INCREMENT)).isEqualTo(new Outcome.Number(3));

        storage.workers().delete(WORKER);
        storage.registry().forgetRegisters(IN_A_YEAR);
        assertThat(keys()).noneMatch(key -> key.endsWith(":m") || key.endsWith(":r") || key.endsWith(":due-registers"));
    }

    @Test
    void connectingLeavesNothingBehind() {
        RedisStorage.connect(cluster.uri(), RedisOptions.DEFAULT.withShards(4)).close();

        assertThat(keys()).allMatch(key -> key.endsWith(":settings"));
    }

    /** Whoever was paused before it sent the first write to a shard finds no register that would tell it that it is late. */
    @Test
    void whatComesAfterItsTimeHasNoEffectWhereNothingIsKnownOfItsWorker() {
        Registers registers =
                new Registers(storage.redis(), WORKER, storage.keys().of(WORKER).expected(), "1");
        Keys.OfShard shard = storage.keys().shard("b", "n");
        EffectCall call = EffectCall.onShard((Effect.OnBucket) INCREMENT, shard, "write");
        Intent intent = new Intent(List.of(registers.part(shard.name(), shard.registers(), call)));
        long passed = System.currentTimeMillis() - 5_000;

        assertThatThrownBy(() -> registers.settle(intent, 1, 1, passed))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("has come there too late");
        assertThat(storage.buckets().exists("b", "n")).isFalse();

        registers.settle(intent, 1, 1, Registers.deadline());
        assertThat(storage.buckets().get("b", "n")).contains(Bytes.utf8("1"));
        registers.settle(intent, 1, 1, passed);
        assertThat(storage.buckets().get("b", "n")).contains(Bytes.utf8("1"));
    }

    @Test
    void whatAnOwnerMeantToDoIsDoneOrGivenUpBeforeItsWorkerGoes() {
        Journal owner = storage.claim(WORKER);
        owner.commit(ENTRY, INCREMENT);
        storage.workers().delete(WORKER);

        assertThatThrownBy(() -> owner.commit(ENTRY, INCREMENT)).isInstanceOf(StorageException.class);
        assertThat(storage.buckets().get("b", "n")).contains(Bytes.utf8("1"));
    }
}

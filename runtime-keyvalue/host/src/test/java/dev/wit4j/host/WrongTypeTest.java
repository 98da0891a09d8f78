package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.StringException;
import dev.wit4j.Tuple2;
import dev.wit4j.host.KeyValueContract.Generation;
import dev.wit4j.host.generation.Generations;
import dev.wit4j.redis.RedisBinary;
import dev.wit4j.redis.RedisServer;
import dev.wit4j.runtime.InvocationFailedException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.RedisClient;
import wit.test.generations.store.Store;

/** Somebody else has put something of another kind where Redis would hold a bucket: each function says so by its error. */
final class WrongTypeTest {
    private static final String NOT_A_BUCKET = "the store holds something under this name that is not a bucket";

    private static Map<String, Consumer<Store>> functions() {
        Map<String, Consumer<Store>> functions = new LinkedHashMap<>();
        functions.put("get", store -> store.get("bucket", "key"));
        functions.put("set", store -> store.set("bucket", "key", Bytes.EMPTY));
        functions.put("delete", store -> store.delete("bucket", "key"));
        functions.put("exists", store -> store.exists("bucket", "key"));
        functions.put("get-many", store -> store.getMany("bucket", List.of("key")));
        functions.put("set-many", store -> store.setMany("bucket", List.of(new Tuple2<>("key", Bytes.EMPTY))));
        functions.put("delete-many", store -> store.deleteMany("bucket", List.of("key")));
        functions.put("increment", store -> store.increment("bucket", "key", 1));
        return functions;
    }

    @ParameterizedTest
    @MethodSource("dev.wit4j.redis.RedisBinary#all")
    void everyFunctionOfEveryGenerationSaysThatItIsNoBucket(RedisBinary binary) {
        try (RedisServer server = RedisServer.start(binary, "appendfsync everysec");
                RedisClient client = RedisClient.create("127.0.0.1", server.port());
                ComponentHost host = ComponentHost.open(server.uri().toString(), Generations.ALL)) {
            for (String part : List.of("h", "z", "x")) {
                client.set("wit4j:1:{bucket/0}:" + part, "something else");
            }
            for (Generation generation : Generation.values()) {
                Store store = generation.of(host);
                functions()
                        .forEach((name, function) -> assertThatThrownBy(() -> function.accept(store))
                                .as("%s of %s", name, generation)
                                .isInstanceOfSatisfying(
                                        StringException.class,
                                        e -> assertThat(e.error()).isEqualTo(NOT_A_BUCKET)));
                assertThatThrownBy(() -> store.listKeys("bucket"))
                        .as("listing of %s", generation)
                        .isInstanceOf(
                                generation == Generation.SEED ? InvocationFailedException.class : StringException.class)
                        .satisfies(e -> assertThat(
                                        e instanceof StringException declared ? declared.error() : e.getMessage())
                                .contains(NOT_A_BUCKET));
            }
            assertThat(client.get("wit4j:1:{bucket/0}:h")).isEqualTo("something else");
        }
    }
}

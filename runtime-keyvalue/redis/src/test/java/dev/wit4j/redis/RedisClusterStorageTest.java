package dev.wit4j.redis;

import dev.wit4j.journal.Storage;
import dev.wit4j.journal.StorageContract;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/** The contract of every store on a cluster whose masters have a replica each, each bucket spread over four slots. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedisClusterStorageTest extends StorageContract {
    private final RedisCluster cluster = RedisCluster.start(RedisBinary.preferred(), 1, "appendfsync everysec");
    private final AtomicInteger namespaces = new AtomicInteger();

    @AfterAll
    void stopServers() {
        cluster.close();
    }

    @Override
    protected Storage open() {
        namespaces.incrementAndGet();
        return connect();
    }

    private Storage connect() {
        RedisOptions options =
                RedisOptions.DEFAULT.withNamespace("test-" + namespaces.get()).withShards(4);
        return RedisStorage.connect(cluster.uri(), options);
    }

    @Override
    protected Storage reopen(Storage storage) {
        storage.close();
        return connect();
    }

    @Override
    protected void elapse(Duration time) throws InterruptedException {
        Thread.sleep(time.toMillis());
    }
}

package dev.wit4j.host;

final class RedisClusterKeyValueTest extends RedisKeyValueContract {
    RedisClusterKeyValueTest() {
        super(StoreKind.REDIS_CLUSTER);
    }
}

package dev.wit4j.host;

final class OldestRedisKeyValueTest extends RedisKeyValueContract {
    OldestRedisKeyValueTest() {
        super(StoreKind.REDIS_6_2);
    }
}

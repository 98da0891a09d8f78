package dev.wit4j.host;

final class RedisKeyValueTest extends RedisKeyValueContract {
    RedisKeyValueTest() {
        super(StoreKind.REDIS_7_0);
    }
}

package dev.wit4j.redis;

/** The store keeps to the contract on the preferred server. */
class PreferredRedisStorageTest extends RedisStorageContract {
    PreferredRedisStorageTest() {
        super(RedisBinary.preferred());
    }
}

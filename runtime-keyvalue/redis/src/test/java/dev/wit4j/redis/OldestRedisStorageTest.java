package dev.wit4j.redis;

/** The store keeps to the contract on the oldest server that there is: 6.2 where it comes with the build. */
class OldestRedisStorageTest extends RedisStorageContract {
    OldestRedisStorageTest() {
        super(RedisBinary.all().get(RedisBinary.all().size() - 1));
    }
}

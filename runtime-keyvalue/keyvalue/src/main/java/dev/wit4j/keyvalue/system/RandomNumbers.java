package dev.wit4j.keyvalue.system;

import dev.wit4j.Bytes;
import dev.wit4j.Trap;
import dev.wit4j.Tuple2;
import java.security.SecureRandom;
import wit.wasi.random.v0_2.insecure.Insecure;
import wit.wasi.random.v0_2.insecure_seed.InsecureSeed;
import wit.wasi.random.v0_2.random.Random;

/** Random numbers that nobody can guess, also for those who do not need that. */
final class RandomNumbers implements Random, Insecure, InsecureSeed {
    /** How many bytes one call gives: all of them are journaled. */
    private static final int MOST_BYTES = 1 << 24;

    private static final SecureRandom SOURCE = new SecureRandom();

    @Override
    public Bytes getRandomBytes(long len) {
        if (Long.compareUnsigned(len, MOST_BYTES) > 0) {
            throw new Trap(Long.toUnsignedString(len) + " random bytes were asked for in one call; ask for "
                    + MOST_BYTES + " at most");
        }
        byte[] bytes = new byte[(int) len];
        SOURCE.nextBytes(bytes);
        return Bytes.wrap(bytes);
    }

    @Override
    public long getRandomU64() {
        return SOURCE.nextLong();
    }

    @Override
    public Bytes getInsecureRandomBytes(long len) {
        return getRandomBytes(len);
    }

    @Override
    public long getInsecureRandomU64() {
        return getRandomU64();
    }

    @Override
    public Tuple2<Long, Long> insecureSeed() {
        return new Tuple2<>(SOURCE.nextLong(), SOURCE.nextLong());
    }
}

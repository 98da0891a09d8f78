package dev.wit4j.keyvalue.draft2;

import dev.wit4j.Bytes;
import dev.wit4j.Tuple3;
import dev.wit4j.component.Codecs;
import dev.wit4j.component.TupleCodecs;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.format.Binary;
import dev.wit4j.runtime.ResourceContent;
import java.util.Optional;
import wit.wasi.keyvalue.v0_2_0_draft2.atomics.Cas;

/**
 * A key with the value that it had when it was looked at.
 *
 * @param bucket the name of the bucket
 * @param key the key
 * @param value the value; empty if the key was absent
 */
record SeenValue(String bucket, String key, Optional<Bytes> value) implements Cas {
    /** Bucket, key and value. */
    static final ResourceContent<Cas> CONTENT = ResourceContent.of(SeenValue::save, SeenValue::load);

    private static final ValueCodec<Tuple3<String, String, Optional<Bytes>>> CODEC =
            TupleCodecs.of(Codecs.STRING, Codecs.STRING, Codecs.option(Codecs.BYTES));

    private static Bytes save(Cas cas) {
        SeenValue seen = (SeenValue) cas;
        return Binary.encode(CODEC, new Tuple3<>(seen.bucket, seen.key, seen.value));
    }

    private static SeenValue load(Bytes content) {
        Tuple3<String, String, Optional<Bytes>> seen = Binary.decode(CODEC, content);
        return new SeenValue(seen.first(), seen.second(), seen.third());
    }

    @Override
    public Optional<Bytes> current() {
        return value;
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}

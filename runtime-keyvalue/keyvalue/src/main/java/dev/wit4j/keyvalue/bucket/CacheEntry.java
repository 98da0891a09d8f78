package dev.wit4j.keyvalue.bucket;

import dev.wit4j.Bytes;
import dev.wit4j.Result;
import dev.wit4j.Tuple2;
import dev.wit4j.component.Codecs;
import dev.wit4j.component.TupleCodecs;
import dev.wit4j.component.ValueCodec;

/** What there is under a key of the cache, for one who would fill it. */
public sealed interface CacheEntry {
    /** Writes entries. */
    ValueCodec<CacheEntry> CODEC = new FormCodec<CacheEntry, Result<Bytes, Vacant>>(
            Codecs.result(Codecs.BYTES, Vacant.CODEC),
            entry -> entry instanceof Occupied occupied ? Result.ok(occupied.value()) : Result.err((Vacant) entry),
            form -> form instanceof Result.Ok<Bytes, Vacant> value
                    ? new Occupied(value.value())
                    : ((Result.Err<Bytes, Vacant>) form).error());

    /** A value. */
    record Occupied(Bytes value) implements CacheEntry {}

    /**
     * The right to fill the key.
     *
     * @param token tells it from every other
     */
    record Vacant(String key, String token) implements CacheEntry {
        static final ValueCodec<Vacant> CODEC = new FormCodec<Vacant, Tuple2<String, String>>(
                TupleCodecs.of(Codecs.STRING, Codecs.STRING),
                vacant -> new Tuple2<>(vacant.key, vacant.token),
                form -> new Vacant(form.first(), form.second()));
    }
}

package dev.wit4j.keyvalue.bucket;

import dev.wit4j.Bytes;
import dev.wit4j.Result;
import dev.wit4j.Tuple2;
import dev.wit4j.component.Codecs;
import dev.wit4j.component.TupleCodecs;
import dev.wit4j.component.ValueCodec;

/** What there is under a key of the cache, for one who would fill it. */
public sealed interface CacheEntry {
    /** What {@link #form} is written by. */
    ValueCodec<Result<Bytes, Tuple2<String, String>>> FORM =
            Codecs.result(Codecs.BYTES, TupleCodecs.of(Codecs.STRING, Codecs.STRING));

    /** A value. */
    record Occupied(Bytes value) implements CacheEntry {
        @Override
        public Result<Bytes, Tuple2<String, String>> form() {
            return Result.ok(value);
        }
    }

    /**
     * The right to fill the key.
     *
     * @param token tells it from every other
     */
    record Vacant(String key, String token) implements CacheEntry {
        @Override
        public Result<Bytes, Tuple2<String, String>> form() {
            return Result.err(new Tuple2<>(key, token));
        }
    }

    /** This entry as a value that has a codec. */
    Result<Bytes, Tuple2<String, String>> form();

    /** The entry of that form. */
    static CacheEntry of(Result<Bytes, Tuple2<String, String>> form) {
        if (form instanceof Result.Ok<Bytes, Tuple2<String, String>> value) {
            return new Occupied(value.value());
        }
        Tuple2<String, String> vacant = ((Result.Err<Bytes, Tuple2<String, String>>) form).error();
        return new Vacant(vacant.first(), vacant.second());
    }
}

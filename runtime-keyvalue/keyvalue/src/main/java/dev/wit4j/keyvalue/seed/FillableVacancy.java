package dev.wit4j.keyvalue.seed;

import dev.wit4j.Bytes;
import dev.wit4j.Tuple2;
import dev.wit4j.component.Codecs;
import dev.wit4j.component.TupleCodecs;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.format.Binary;
import dev.wit4j.keyvalue.bucket.Body;
import dev.wit4j.keyvalue.bucket.CacheEntry;
import dev.wit4j.keyvalue.bucket.CacheRequests;
import dev.wit4j.keyvalue.bucket.HeldVacancy;
import dev.wit4j.runtime.ResourceContent;
import java.util.Optional;
import wit.wasi.keyvalue.cache.Vacancy;
import wit.wasi.keyvalue.types.OutgoingValue;

/** The right to fill a key. */
record FillableVacancy(HeldVacancy held) implements Vacancy {
    private static final ValueCodec<Tuple2<String, String>> CODEC = TupleCodecs.of(Codecs.STRING, Codecs.STRING);

    /** Key and token. */
    static ResourceContent<Vacancy> content(CacheRequests requests) {
        return ResourceContent.of(FillableVacancy::save, content -> load(requests, content));
    }

    private static Bytes save(Vacancy vacancy) {
        CacheEntry.Vacant vacant = ((FillableVacancy) vacancy).held.vacant();
        return Binary.encode(CODEC, new Tuple2<>(vacant.key(), vacant.token()));
    }

    private static Vacancy load(CacheRequests requests, Bytes content) {
        Tuple2<String, String> vacant = Binary.decode(CODEC, content);
        return new FillableVacancy(new HeldVacancy(requests, new CacheEntry.Vacant(vacant.first(), vacant.second())));
    }

    @Override
    public OutgoingValue vacancyFill(Optional<Long> ttlMs) {
        return new BodyOutgoingValue(new Body(), Optional.of(held.fill(StoredCache.millis(ttlMs))));
    }

    @Override
    public void close() {
        held.close();
    }
}

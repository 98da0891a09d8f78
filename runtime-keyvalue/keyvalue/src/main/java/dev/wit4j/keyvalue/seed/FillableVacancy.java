package dev.wit4j.keyvalue.seed;

import dev.wit4j.keyvalue.bucket.CacheRequests;
import dev.wit4j.keyvalue.bucket.HeldVacancy;
import dev.wit4j.runtime.ResourceContent;
import java.util.Optional;
import wit.wasi.keyvalue.cache.Vacancy;
import wit.wasi.keyvalue.types.OutgoingValue;

/** The right to fill a key. */
record FillableVacancy(HeldVacancy held) implements Vacancy {
    static ResourceContent<Vacancy> content(CacheRequests requests) {
        return HeldVacancy.content(requests, vacancy -> ((FillableVacancy) vacancy).held, FillableVacancy::new);
    }

    @Override
    public OutgoingValue vacancyFill(Optional<Long> ttlMs) {
        return new BodyOutgoingValue(held.fill(ttlMs));
    }

    @Override
    public void close() {
        held.close();
    }
}

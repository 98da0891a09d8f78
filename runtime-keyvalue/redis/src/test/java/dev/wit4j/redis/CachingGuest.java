package dev.wit4j.redis;

import dev.wit4j.Bytes;
import dev.wit4j.Result;
import dev.wit4j.StringException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wit.test.faults.Caching;
import wit.test.faults.cached.Cached;
import wit.wasi.keyvalue.v0_1.cache.Cache;
import wit.wasi.keyvalue.v0_1.cache.FutureResult;
import wit.wasi.keyvalue.v0_1.cache.GetOrSetEntry;
import wit.wasi.keyvalue.v0_1.cache.Vacancy;
import wit.wasi.keyvalue.v0_1.types.OutgoingValue;
import wit.wasi.keyvalue.v0_1.types.Types;
import wit.wasi.keyvalue.v0_1.wasi_keyvalue_error.Error;

/** A worker that uses the cache of 0.1.0. */
final class CachingGuest implements Caching.Guest, Cached {
    private static final Optional<Long> HOUR = Optional.of(3_600_000L);

    private final Cache cache;
    private final Types types;
    private final Map<String, Vacancy> vacancies = new HashMap<>();

    CachingGuest(Caching.Imports imports) {
        cache = imports.cache();
        types = imports.types();
    }

    @Override
    public Cached cached() {
        return this;
    }

    private static <T> T value(Optional<Result<T, Error>> answer) {
        if (answer.orElseThrow() instanceof Result.Ok<T, Error> ok) {
            return ok.value();
        }
        throw new StringException(((Result.Err<T, Error>) answer.get()).error().trace());
    }

    @Override
    public void set(String key, String value, long ttl) {
        try (OutgoingValue outgoing = types.outgoingValue().newOutgoingValue()) {
            outgoing.outgoingValueWriteBodySync(Bytes.utf8(value));
            try (FutureResult future = cache.set(key, outgoing, Optional.of(ttl))) {
                value(future.futureResultGet());
            }
        }
    }

    @Override
    public Optional<String> enter(String key) {
        try (var future = cache.getOrSet(key)) {
            GetOrSetEntry entry = value(future.futureGetOrSetResultGet());
            if (entry instanceof GetOrSetEntry.Occupied occupied) {
                return Optional.of(occupied.value().incomingValueConsumeSync().toUtf8String());
            }
            vacancies.put(key, ((GetOrSetEntry.Vacant) entry).value());
            return Optional.empty();
        }
    }

    @Override
    public void fill(String key, String value) {
        try (Vacancy vacancy = vacancies.remove(key);
                OutgoingValue outgoing = vacancy.vacancyFill(HOUR)) {
            outgoing.outgoingValueWriteBodySync(Bytes.utf8(value));
        }
    }

    @Override
    public void giveBack(String key) {
        vacancies.remove(key).close();
    }

    @Override
    public String getOrBuild(String key, String built) {
        Optional<String> present = enter(key);
        if (present.isEmpty()) {
            fill(key, built);
        }
        return present.orElse(built);
    }
}

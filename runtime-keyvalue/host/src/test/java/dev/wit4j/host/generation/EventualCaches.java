package dev.wit4j.host.generation;

import dev.wit4j.Bytes;
import dev.wit4j.Result;
import dev.wit4j.StringException;
import dev.wit4j.Tuple2;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import wit.test.generations.caches.Caches;
import wit.wasi.keyvalue.v0_1.cache.Cache;
import wit.wasi.keyvalue.v0_1.cache.FutureResult;
import wit.wasi.keyvalue.v0_1.cache.GetOrSetEntry;
import wit.wasi.keyvalue.v0_1.cache.Vacancy;
import wit.wasi.keyvalue.v0_1.types.Types;
import wit.wasi.keyvalue.v0_1.wasi_keyvalue_error.Error;

/** The cache of 0.1.0. */
final class EventualCaches implements Caches {
    private final Cache cache;
    private final Types types;
    private final Map<String, Vacancy> vacancies = new HashMap<>();

    EventualCaches(Cache cache, Types types) {
        this.cache = cache;
        this.types = types;
    }

    private static <T> T value(Optional<Result<T, Error>> answer) {
        if (answer.orElseThrow() instanceof Result.Ok<T, Error> ok) {
            return ok.value();
        }
        throw new StringException(((Result.Err<T, Error>) answer.get()).error().trace());
    }

    private static void end(FutureResult future) {
        try (future;
                var pollable = future.listenToFutureResult()) {
            pollable.block();
            value(future.futureResultGet());
        }
    }

    @Override
    public Optional<Bytes> get(String key) {
        try (var future = cache.get(key);
                var pollable = future.listenToFutureGetResult()) {
            pollable.block();
            return value(future.futureGetResultGet()).map(found -> found.incomingValueConsumeSync());
        }
    }

    @Override
    public boolean exists(String key) {
        try (var future = cache.exists(key)) {
            return value(future.futureExistsResultGet());
        }
    }

    @Override
    public void set(String key, Bytes value, Optional<Long> ttl) {
        try (var outgoing = types.outgoingValue().newOutgoingValue()) {
            outgoing.outgoingValueWriteBodySync(value);
            end(cache.set(key, outgoing, ttl));
        }
    }

    @Override
    public void delete(String key) {
        end(cache.delete(key));
    }

    @Override
    public Optional<Bytes> enter(String key) {
        try (var future = cache.getOrSet(key)) {
            GetOrSetEntry entry = value(future.futureGetOrSetResultGet());
            if (entry instanceof GetOrSetEntry.Occupied occupied) {
                return Optional.of(occupied.value().incomingValueConsumeSync());
            }
            vacancies.put(key, ((GetOrSetEntry.Vacant) entry).value());
            return Optional.empty();
        }
    }

    @Override
    public void fill(String key, Bytes value, Optional<Long> ttl) {
        try (var vacancy = vacancies.remove(key);
                var outgoing = vacancy.vacancyFill(ttl)) {
            outgoing.outgoingValueWriteBodySync(value);
        }
    }

    @Override
    public void giveBack(String key) {
        vacancies.remove(key).close();
    }

    @Override
    public void enterAndForget(String key) {
        cache.getOrSet(key).close();
    }

    @Override
    public Tuple2<Optional<Bytes>, Boolean> takeTwice(String key) {
        try (var future = cache.get(key)) {
            Optional<Bytes> first = value(future.futureGetResultGet()).map(found -> found.incomingValueConsumeSync());
            return new Tuple2<>(first, future.futureGetResultGet().isPresent());
        }
    }
}

package dev.wit4j.keyvalue.seed;

import dev.wit4j.Bytes;
import dev.wit4j.Result;
import dev.wit4j.Unit;
import dev.wit4j.component.Codecs;
import dev.wit4j.component.ValueCodec;
import dev.wit4j.keyvalue.bucket.CacheEntry;
import dev.wit4j.keyvalue.bucket.CacheRequests;
import dev.wit4j.keyvalue.bucket.HeldVacancy;
import dev.wit4j.keyvalue.bucket.TakenOnce;
import dev.wit4j.keyvalue.io2023.ReadyPollable;
import dev.wit4j.runtime.ResourceContent;
import java.util.Optional;
import java.util.function.Function;
import wit.wasi.io.v0_2_0_rc_2023_11_10.poll.Pollable;
import wit.wasi.keyvalue.cache.FutureExistsResult;
import wit.wasi.keyvalue.cache.FutureGetOrSetResult;
import wit.wasi.keyvalue.cache.FutureGetResult;
import wit.wasi.keyvalue.cache.FutureResult;
import wit.wasi.keyvalue.cache.GetOrSetEntry;
import wit.wasi.keyvalue.types.IncomingValue;
import wit.wasi.keyvalue.wasi_cloud_error.Error;

/** The answers of the cache. All of them are there at once, and each can be taken once. */
final class CacheFutures {
    private CacheFutures() {}

    private static <T, U> Result<U, Error> inWords(Result<T, String> answer, Function<T, U> value) {
        return answer instanceof Result.Ok<T, String> ok
                ? Result.ok(value.apply(ok.value()))
                : Result.err(new TraceError(((Result.Err<T, String>) answer).error()));
    }

    private static <T> ValueCodec<Optional<Result<T, String>>> codec(ValueCodec<T> value) {
        return Codecs.option(Codecs.result(value, Codecs.STRING));
    }

    /** What {@code get} answers. */
    record Value(TakenOnce<Result<Optional<Bytes>, String>> answer) implements FutureGetResult {
        static final ResourceContent<FutureGetResult> CONTENT =
                TakenOnce.content(codec(Codecs.option(Codecs.BYTES)), future -> ((Value) future).answer, Value::new);

        @Override
        public Optional<Result<Optional<IncomingValue>, Error>> futureGetResultGet() {
            return answer.take().map(taken -> inWords(taken, value -> value.map(BodyIncomingValue::new)));
        }

        @Override
        public Pollable listenToFutureGetResult() {
            return new ReadyPollable();
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }

    /** What {@code exists} answers. */
    record Presence(TakenOnce<Result<Boolean, String>> answer) implements FutureExistsResult {
        static final ResourceContent<FutureExistsResult> CONTENT =
                TakenOnce.content(codec(Codecs.BOOL), future -> ((Presence) future).answer, Presence::new);

        @Override
        public Optional<Result<Boolean, Error>> futureExistsResultGet() {
            return answer.take().map(taken -> inWords(taken, Function.identity()));
        }

        @Override
        public Pollable listenToFutureExistsResult() {
            return new ReadyPollable();
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }

    /** What {@code set} and {@code delete} answer. */
    record End(TakenOnce<Result<Unit, String>> answer) implements FutureResult {
        static final ResourceContent<FutureResult> CONTENT =
                TakenOnce.content(codec(Codecs.NONE), future -> ((End) future).answer, End::new);

        @Override
        public Optional<Result<Unit, Error>> futureResultGet() {
            return answer.take().map(taken -> inWords(taken, Function.identity()));
        }

        @Override
        public Pollable listenToFutureResult() {
            return new ReadyPollable();
        }

        @Override
        public void close() {
            // There is nothing to give back.
        }
    }

    /** What {@code get-or-set} answers: a value, or a vacancy that is given back if it is dropped with this. */
    record Entry(CacheRequests requests, TakenOnce<Result<CacheEntry, String>> answer) implements FutureGetOrSetResult {
        static ResourceContent<FutureGetOrSetResult> content(CacheRequests requests) {
            return TakenOnce.content(
                    codec(CacheEntry.FORM),
                    future -> ((Entry) future).answer.map(entry -> inForm(entry, CacheEntry::form)),
                    form -> new Entry(requests, form.map(entry -> inForm(entry, CacheEntry::of))));
        }

        private static <T, U> Result<U, String> inForm(Result<T, String> answer, Function<T, U> form) {
            return answer instanceof Result.Ok<T, String> ok
                    ? Result.ok(form.apply(ok.value()))
                    : Result.err(((Result.Err<T, String>) answer).error());
        }

        @Override
        public Optional<Result<GetOrSetEntry, Error>> futureGetOrSetResultGet() {
            return answer.take().map(taken -> inWords(taken, this::entry));
        }

        private GetOrSetEntry entry(CacheEntry entry) {
            return entry instanceof CacheEntry.Vacant vacant
                    ? new GetOrSetEntry.Vacant(new FillableVacancy(new HeldVacancy(requests, vacant)))
                    : new GetOrSetEntry.Occupied(new BodyIncomingValue(((CacheEntry.Occupied) entry).value()));
        }

        @Override
        public Pollable listenToFutureGetOrSetResult() {
            return new ReadyPollable();
        }

        @Override
        public void close() {
            answer.take().ifPresent(requests::dropUntaken);
        }
    }
}

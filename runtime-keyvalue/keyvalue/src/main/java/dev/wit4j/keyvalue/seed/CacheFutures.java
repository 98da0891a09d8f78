package dev.wit4j.keyvalue.seed;

import dev.wit4j.Bytes;
import dev.wit4j.Result;
import dev.wit4j.Unit;
import dev.wit4j.component.Codecs;
import dev.wit4j.keyvalue.bucket.CacheAnswer;
import dev.wit4j.keyvalue.bucket.CacheEntry;
import dev.wit4j.keyvalue.bucket.CacheRequests;
import dev.wit4j.keyvalue.bucket.HeldVacancy;
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

    /** What {@code get} answers. */
    record Value(CacheAnswer<Optional<Bytes>> answer) implements FutureGetResult {
        static final ResourceContent<FutureGetResult> CONTENT =
                CacheAnswer.content(Codecs.option(Codecs.BYTES), future -> ((Value) future).answer, Value::new);

        @Override
        public Optional<Result<Optional<IncomingValue>, Error>> futureGetResultGet() {
            return answer.take(value -> value.map(BodyIncomingValue::new), TraceError::new);
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
    record Presence(CacheAnswer<Boolean> answer) implements FutureExistsResult {
        static final ResourceContent<FutureExistsResult> CONTENT =
                CacheAnswer.content(Codecs.BOOL, future -> ((Presence) future).answer, Presence::new);

        @Override
        public Optional<Result<Boolean, Error>> futureExistsResultGet() {
            return answer.take(Function.identity(), TraceError::new);
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
    record End(CacheAnswer<Unit> answer) implements FutureResult {
        static final ResourceContent<FutureResult> CONTENT =
                CacheAnswer.content(Codecs.NONE, future -> ((End) future).answer, End::new);

        @Override
        public Optional<Result<Unit, Error>> futureResultGet() {
            return answer.take(Function.identity(), TraceError::new);
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
    record Entry(CacheRequests requests, CacheAnswer<CacheEntry> answer) implements FutureGetOrSetResult {
        static ResourceContent<FutureGetOrSetResult> content(CacheRequests requests) {
            return CacheAnswer.content(
                    CacheEntry.CODEC, future -> ((Entry) future).answer, answer -> new Entry(requests, answer));
        }

        @Override
        public Optional<Result<GetOrSetEntry, Error>> futureGetOrSetResultGet() {
            return answer.take(this::entry, TraceError::new);
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
            requests.drop(answer);
        }
    }
}

package sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import dev.wit4j.keyvalue.KeyValueProvider;
import dev.wit4j.memory.MemoryStorage;
import dev.wit4j.runtime.JavaComponent;
import dev.wit4j.runtime.WorkerException;
import dev.wit4j.runtime.WorkerHost;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import wit.golem.examples.KeyValueExample;
import wit.golem.examples.KeyValueExample.Guest;
import wit.golem.examples.KeyValueExample.Imports;
import wit.golem.examples.api.Api;

/** What happens when a worker that has handled calls is started again. */
final class ReplayTest {
    private final CountingStorage storage = new CountingStorage(new MemoryStorage());

    @Test
    void theStoreIsNotAskedForWhatIsJournaled() {
        run(KeyValueService::new, api -> {
            api.get("bucket", "key");
            api.set("bucket", "key", Bytes.utf8("value"));
            api.get("bucket", "key");
        });
        assertThat(storage.reads()).hasValue(2);
        assertThat(storage.writes()).hasValue(1);

        run(KeyValueService::new, api -> assertThat(api.get("bucket", "key")).contains(Bytes.utf8("value")));
        assertThat(storage.reads()).hasValue(3);
        assertThat(storage.writes()).hasValue(1);
    }

    @Test
    void memoryOfTheGuestIsRebuiltFromTheJournal() {
        run(CachingService::new, api -> {
            api.set("bucket", "key", Bytes.utf8("value"));
            api.get("bucket", "key");
        });
        assertThat(storage.reads()).hasValue(1);

        run(CachingService::new, api -> assertThat(api.get("bucket", "key")).contains(Bytes.utf8("value")));
        assertThat(storage.reads()).hasValue(1);
    }

    @Test
    void aGuestThatAsksForSomethingElseIsToldWhatWasExpectedAndWhatCame() {
        run(KeyValueService::new, api -> api.get("bucket", "key"));

        run(
                OtherKeyService::new,
                api -> assertThatThrownBy(() -> api.get("bucket", "key"))
                        .isInstanceOf(WorkerException.class)
                        .hasMessageContaining("entry 2")
                        .hasMessageContaining("wasi:keyvalue/readwrite#get with other arguments"));
        assertThat(storage.reads()).hasValue(1);
    }

    @Test
    void aGuestThatAsksAnotherBucketIsNotAnsweredFromTheOldOne() {
        run(KeyValueService::new, api -> api.get("bucket", "key"));

        run(
                imports -> new ChangedService(imports, bucket -> "not " + bucket, value -> value),
                api -> assertThatThrownBy(() -> api.get("bucket", "key"))
                        .isInstanceOf(WorkerException.class)
                        .hasMessageContaining("entry 2"));
    }

    @Test
    void aGuestThatSetsAnotherValueIsNotToldThatItIsSet() {
        run(KeyValueService::new, api -> api.set("bucket", "key", Bytes.utf8("value")));

        run(
                imports -> new ChangedService(imports, bucket -> bucket, value -> Bytes.utf8("another")),
                api -> assertThatThrownBy(() -> api.get("bucket", "key"))
                        .isInstanceOf(WorkerException.class)
                        .hasMessageContaining("entry 2"));
        assertThat(storage.writes()).hasValue(1);
    }

    @Test
    void aGuestThatCallsAnotherFunctionIsToldWhatWasExpectedAndWhatCame() {
        run(KeyValueService::new, api -> api.get("bucket", "key"));

        run(
                WritingService::new,
                api -> assertThatThrownBy(() -> api.get("bucket", "key"))
                        .isInstanceOf(WorkerException.class)
                        .hasMessageContaining("entry 2")
                        .hasMessageContaining("wasi:keyvalue/readwrite#get")
                        .hasMessageContaining("wasi:keyvalue/readwrite#set"));
        assertThat(storage.writes()).hasValue(0);
    }

    private void run(Function<Imports, Guest> guest, Consumer<Api> calls) {
        var component = JavaComponent.of("key-value", KeyValueExample.TYPE, guest);
        try (var host = WorkerHost.on(storage)
                .provider(new KeyValueProvider())
                .component(component)
                .build()) {
            calls.accept(host.worker(component, "one").exports().api());
        }
    }

    /** Remembers what it has read. */
    private static final class CachingService implements Guest {
        private final KeyValueService service;
        private Optional<Bytes> last = Optional.empty();

        CachingService(Imports imports) {
            service = new KeyValueService(imports);
        }

        @Override
        public Optional<Bytes> get(String bucket, String key) {
            if (last.isEmpty()) {
                last = service.get(bucket, key);
            }
            return last;
        }

        @Override
        public void set(String bucket, String key, Bytes value) {
            service.set(bucket, key, value);
        }
    }

    /** Asks for another key than it did before. */
    private static final class OtherKeyService implements Guest {
        private final KeyValueService service;

        OtherKeyService(Imports imports) {
            service = new KeyValueService(imports);
        }

        @Override
        public Optional<Bytes> get(String bucket, String key) {
            return service.get(bucket, "not " + key);
        }

        @Override
        public void set(String bucket, String key, Bytes value) {
            service.set(bucket, key, value);
        }
    }

    /** Uses another bucket, or another value, than it did before. */
    private static final class ChangedService implements Guest {
        private final KeyValueService service;
        private final UnaryOperator<String> buckets;
        private final UnaryOperator<Bytes> values;

        ChangedService(Imports imports, UnaryOperator<String> buckets, UnaryOperator<Bytes> values) {
            service = new KeyValueService(imports);
            this.buckets = buckets;
            this.values = values;
        }

        @Override
        public Optional<Bytes> get(String bucket, String key) {
            return service.get(buckets.apply(bucket), key);
        }

        @Override
        public void set(String bucket, String key, Bytes value) {
            service.set(buckets.apply(bucket), key, values.apply(value));
        }
    }

    /** Writes where it read before. */
    private static final class WritingService implements Guest {
        private final KeyValueService service;

        WritingService(Imports imports) {
            service = new KeyValueService(imports);
        }

        @Override
        public Optional<Bytes> get(String bucket, String key) {
            service.set(bucket, key, Bytes.EMPTY);
            return Optional.empty();
        }

        @Override
        public void set(String bucket, String key, Bytes value) {
            service.set(bucket, key, value);
        }
    }
}

package sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.host.ComponentHost;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import wit.golem.examples.api.Api;

/** What the component promises on every store. */
abstract class KeyValueServiceContract {
    private ComponentHost host;

    /** The URI of a store that is empty when a test begins. */
    abstract String store();

    @BeforeEach
    void open() {
        host = ComponentHost.open(store(), List.of(KeyValueComponent.COMPONENT));
    }

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void aValueThatWasSetIsThere() {
        worker("one").set("bucket", "key", Bytes.of((byte) 1, (byte) 2, (byte) 3));
        assertThat(worker("one").get("bucket", "key")).contains(Bytes.of((byte) 1, (byte) 2, (byte) 3));
    }

    @Test
    void aKeyThatWasNotSetHasNoValue() {
        assertThat(worker("one").get("bucket", "key")).isEmpty();
    }

    @Test
    void setReplacesAValue() {
        worker("one").set("bucket", "key", Bytes.utf8("old"));
        worker("one").set("bucket", "key", Bytes.utf8("new"));
        assertThat(worker("one").get("bucket", "key")).contains(Bytes.utf8("new"));
    }

    @Test
    void anEmptyValueIsAValue() {
        worker("one").set("bucket", "key", Bytes.EMPTY);
        assertThat(worker("one").get("bucket", "key")).contains(Bytes.EMPTY);
    }

    @Test
    void bucketsAreApartAlsoWhereNamesHaveColons() {
        worker("one").set("a", "b:c", Bytes.utf8("first"));
        worker("one").set("a:b", "c", Bytes.utf8("second"));
        assertThat(worker("one").get("a", "b:c")).contains(Bytes.utf8("first"));
        assertThat(worker("one").get("a:b", "c")).contains(Bytes.utf8("second"));
    }

    @Test
    void workersShareBuckets() {
        worker("one").set("bucket", "key", Bytes.utf8("shared"));
        assertThat(worker("two").get("bucket", "key")).contains(Bytes.utf8("shared"));
    }

    @Test
    void theSameIdempotencyKeySetsOnce() {
        host.worker(KeyValueComponent.COMPONENT, "one")
                .withKey("k")
                .exports()
                .api()
                .set("bucket", "key", Bytes.utf8("first"));
        worker("one").set("bucket", "key", Bytes.utf8("second"));
        host.worker(KeyValueComponent.COMPONENT, "one")
                .withKey("k")
                .exports()
                .api()
                .set("bucket", "key", Bytes.utf8("first"));
        assertThat(worker("one").get("bucket", "key")).contains(Bytes.utf8("second"));
    }

    private Api worker(String name) {
        return host.worker(KeyValueComponent.COMPONENT, name).exports().api();
    }
}

package dev.wit4j.host;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.Bytes;
import dev.wit4j.Tuple2;
import dev.wit4j.host.golem.GolemsGuest;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import wit.test.generations.api.Api;

/** What Golem tests of its key-value API, on every store. */
@ParameterizedClass
@EnumSource
final class GolemsKeyValueServiceTest {
    private static final Bytes ONE = Bytes.of((byte) 1, (byte) 2, (byte) 3);
    private static final Bytes TWO = Bytes.of((byte) 4, (byte) 5, (byte) 6);
    private static final Bytes THREE = Bytes.of((byte) 7, (byte) 8, (byte) 9);

    @TempDir
    private static Path folder;

    private static RunningStore store;

    @Parameter
    private StoreKind kind;

    private ComponentHost host;

    @BeforeParameterizedClassInvocation
    static void start(StoreKind kind) {
        store = kind.start(folder);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        if (store != null) {
            store.close();
        }
    }

    @BeforeEach
    void open() {
        host = ComponentHost.open(store.empty(), List.of(GolemsGuest.COMPONENT));
    }

    @AfterEach
    void close() {
        host.close();
    }

    private Api worker(String name) {
        return host.worker(GolemsGuest.COMPONENT, name).exports().api();
    }

    @Test
    void getReturnsTheValueThatWasSet() {
        worker("one").set("bucket", "key", ONE);
        assertThat(worker("one").get("bucket", "key")).contains(ONE);
    }

    @Test
    void getReturnsNothingIfTheValueWasNotSet() {
        assertThat(worker("one").get("bucket", "key")).isEmpty();
    }

    @Test
    void setReplacesTheValueThatWasSet() {
        worker("one").set("bucket", "key", ONE);
        worker("one").set("bucket", "key", TWO);
        assertThat(worker("one").get("bucket", "key")).contains(TWO);
    }

    @Test
    void deleteRemovesTheValueThatWasSet() {
        worker("one").set("bucket", "key", ONE);
        worker("one").delete("bucket", "key");
        assertThat(worker("one").get("bucket", "key")).isEmpty();
    }

    @Test
    void existsIsTrueIfTheValueWasSet() {
        worker("one").set("bucket", "key", ONE);
        assertThat(worker("one").exists("bucket", "key")).isTrue();
    }

    @Test
    void existsIsFalseIfTheValueWasNotSet() {
        assertThat(worker("one").exists("bucket", "key")).isFalse();
    }

    @Test
    void workersShareBuckets() {
        worker("one").set("bucket", "key", ONE);
        assertThat(worker("two").get("bucket", "key")).contains(ONE);
    }

    @Test
    void getManyReturnsTheValuesInTheOrderOfTheKeys() {
        worker("one").set("bucket", "a", ONE);
        worker("one").set("bucket", "b", TWO);
        worker("one").set("bucket", "c", THREE);
        assertThat(worker("one").getMany("bucket", List.of("c", "a", "b"))).contains(List.of(THREE, ONE, TWO));
    }

    @Test
    void getManyReturnsNothingIfAnyValueWasNotSet() {
        worker("one").set("bucket", "a", ONE);
        worker("one").set("bucket", "b", TWO);
        assertThat(worker("one").getMany("bucket", List.of("a", "b", "c"))).isEmpty();
    }

    @Test
    void setManySetsEveryValue() {
        setThree();
        assertThat(worker("one").get("bucket", "a")).contains(ONE);
        assertThat(worker("one").get("bucket", "b")).contains(TWO);
        assertThat(worker("one").get("bucket", "c")).contains(THREE);
    }

    @Test
    void deleteManyRemovesEveryValue() {
        setThree();
        worker("one").deleteMany("bucket", List.of("a", "b", "c"));
        assertThat(worker("one").getKeys("bucket")).isEmpty();
    }

    @Test
    void getKeysReturnsEveryKey() {
        setThree();
        assertThat(worker("one").getKeys("bucket")).containsExactlyInAnyOrder("a", "b", "c");
    }

    private void setThree() {
        worker("one")
                .setMany("bucket", List.of(new Tuple2<>("a", ONE), new Tuple2<>("b", TWO), new Tuple2<>("c", THREE)));
    }
}

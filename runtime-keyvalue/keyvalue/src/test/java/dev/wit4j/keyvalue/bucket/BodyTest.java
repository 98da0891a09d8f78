package dev.wit4j.keyvalue.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.Bytes;
import org.junit.jupiter.api.Test;

final class BodyTest {
    @Test
    void whatIsAppendedIsTakenInOrder() {
        var body = new Body();
        body.append(Bytes.utf8("one "));
        body.append(Bytes.utf8("two "));
        assertThat(body.take(2)).isEqualTo(Bytes.utf8("on"));
        body.append(Bytes.utf8("three"));
        assertThat(body.drain()).isEqualTo(Bytes.utf8("e two three"));
    }

    @Test
    void drainingTwiceGivesNothingTheSecondTime() {
        var body = new Body(Bytes.utf8("all"));
        assertThat(body.drain()).isEqualTo(Bytes.utf8("all"));
        assertThat(body.drain()).isEqualTo(Bytes.EMPTY);
        assertThat(body.size()).isZero();
    }

    @Test
    void lookingAtTheContentTakesNothing() {
        var body = new Body(Bytes.utf8("all"));
        assertThat(body.content()).isEqualTo(Bytes.utf8("all"));
        assertThat(body.size()).isEqualTo(3);
    }

    @Test
    void theLimitIsAnUnsignedNumber() {
        var body = new Body(Bytes.utf8("all"));
        assertThat(body.take(-1L)).isEqualTo(Bytes.utf8("all"));
    }

    @Test
    void whatThereIsNoRoomForIsRefusedBeforeItIsMade() {
        var body = new Body(Bytes.utf8("all"));
        assertThat(body.room()).isEqualTo(Body.MOST_BYTES - 3);
        assertThatThrownBy(() -> body.appendZeroes(Body.MOST_BYTES - 2))
                .isInstanceOf(RefusedException.class)
                .hasMessage("a value may have 1073741824 bytes, this one would have 1073741825");
        assertThatThrownBy(() -> body.appendZeroes(-4L))
                .isInstanceOf(RefusedException.class)
                .hasMessageEndingWith("this one would have 18446744073709551615");
        body.appendZeroes(2);
        assertThat(body.drain()).isEqualTo(Bytes.utf8("all\0\0"));
    }

    @Test
    void manySmallAppendsKeepEveryByte() {
        var body = new Body();
        var expected = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            body.append(Bytes.utf8(i + ","));
            expected.append(i).append(',');
            if (i % 7 == 0) {
                int size = Math.min(3, body.size());
                assertThat(body.take(3).toUtf8String()).isEqualTo(expected.substring(0, size));
                expected.delete(0, size);
            }
        }
        assertThat(body.drain().toUtf8String()).isEqualTo(expected.toString());
    }
}

package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SharedLookTest {
    @Test
    void oneLooksForAllThatComeMeanwhile() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        CountDownLatch looking = new CountDownLatch(1);
        CountDownLatch enough = new CountDownLatch(1);
        SharedLook look = new SharedLook(() -> {
            looks.incrementAndGet();
            looking.countDown();
            await(enough);
        });
        Thread first = new Thread(look::take);
        first.start();
        looking.await();
        List<Thread> others =
                Stream.generate(() -> new Thread(look::take)).limit(8).toList();
        others.forEach(Thread::start);
        for (Thread other : others) {
            while (other.getState() != Thread.State.WAITING) {
                Thread.onSpinWait();
            }
        }
        enough.countDown();
        first.join();
        for (Thread other : others) {
            other.join();
        }

        assertThat(looks).hasValue(1);
    }

    @Test
    void whoComesLaterLooksAnew() {
        AtomicInteger looks = new AtomicInteger();
        SharedLook look = new SharedLook(looks::incrementAndGet);
        look.take();
        look.take();

        assertThat(looks).hasValue(2);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}

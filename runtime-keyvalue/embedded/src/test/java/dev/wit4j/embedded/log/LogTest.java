package dev.wit4j.embedded.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wit4j.embedded.file.FaultyDirectory;
import dev.wit4j.embedded.file.FaultyDirectory.Operation;
import dev.wit4j.embedded.file.FolderDirectory;
import dev.wit4j.embedded.file.SimulatedDirectory;
import dev.wit4j.journal.StorageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogTest {
    private final SimulatedDirectory directory = new SimulatedDirectory();

    private static String text(int number) {
        return "record " + number + " " + "x".repeat(number * 37 % 700);
    }

    private static List<String> texts(int count) {
        return IntStream.range(0, count).mapToObj(LogTest::text).toList();
    }

    @Test
    void recordsComeBackInOrderAcrossSegmentsAndOpenings() throws IOException {
        for (int round = 0; round < 5; round++) {
            try (TextLog log = TextLog.open(directory)) {
                assertThat(log.found()).isEqualTo(texts(round * 30));
                for (int i = 0; i < 30; i++) {
                    assertThat(log.write(text(round * 30 + i))).isEqualTo(round * 30 + i + 1);
                }
            }
        }
        assertThat(directory.list()).hasSizeGreaterThan(5);
    }

    @Test
    void aRecordLargerThanFramesAndSegmentsComesBackWhole(@TempDir Path folder) throws IOException {
        String large = new Random(7)
                .ints(3 << 20, 'a', 'z')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        for (var place : List.of(directory, new FolderDirectory(folder))) {
            try (TextLog log = TextLog.open(place)) {
                log.write("before");
                log.write(large);
                log.append("");
                log.write("after");
                assertThat(log.read(1)).isEqualTo(large);
                assertThat(log.read(2)).isEmpty();
                assertThat(log.read(3)).isEqualTo("after");
            }
            try (TextLog log = TextLog.open(place)) {
                assertThat(log.found()).containsExactly("before", large, "", "after");
            }
        }
    }

    @Test
    void whatNobodyWaitsForIsWrittenAllTheSame() throws IOException {
        try (TextLog log = TextLog.open(directory)) {
            log.append("lingering");
        }
        try (TextLog log = TextLog.open(directory)) {
            assertThat(log.found()).containsExactly("lingering");
        }
    }

    @Test
    void aKilledWriterLeavesWhatWasDurable() throws IOException {
        TextLog log = TextLog.open(directory);
        texts(40).forEach(log::write);

        try (TextLog again = TextLog.open(directory.kill())) {
            assertThat(again.found()).isEqualTo(texts(40));
        }
    }

    @Test
    void whatALaterFrameKnewToBeDurableIsMissedWithItsPlace() throws IOException {
        try (TextLog log = TextLog.open(directory)) {
            texts(8).forEach(log::write);
        }
        String name = directory.list().get(0);
        byte[] damaged = directory.contentOf(name);
        int third = 512 * 3 + 100;
        damaged[third] ^= 1;
        directory.put(name, damaged);

        assertThatThrownBy(() -> TextLog.open(directory))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(name)
                .hasMessageContaining("at byte ")
                .hasMessageContaining("damaged");
    }

    @Test
    void theTornEndOfAWriteIsCutAndNeverComesBack() throws IOException {
        TextLog log = TextLog.open(directory);
        log.write("kept");
        log.write("torn");
        SimulatedDirectory killed = directory.kill();
        String name = killed.list().get(0);
        byte[] torn = killed.contentOf(name);
        torn[512 * 2 + 70] ^= 1;
        killed.put(name, torn);

        try (TextLog again = TextLog.open(killed)) {
            assertThat(again.found()).containsExactly("kept");
            assertThat(again.log().cut()).isPresent();
            assertThat(again.write("new")).isEqualTo(2);
        }
        try (TextLog again = TextLog.open(killed)) {
            assertThat(again.found()).containsExactly("kept", "new");
            assertThat(again.log().cut()).isEmpty();
        }
    }

    @Test
    void aLogThatEndsBeforeWhatWasAppliedIsRefused() throws IOException {
        try (TextLog log = TextLog.open(directory)) {
            texts(3).forEach(log::write);
        }

        assertThatThrownBy(() -> TextLog.open(directory, 4))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("the log in simulated/ is damaged: it ends with record 3");
        assertThatThrownBy(() -> TextLog.open(new SimulatedDirectory(), 4))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void aMissingSegmentIsRefused() throws IOException {
        try (TextLog log = TextLog.open(directory)) {
            texts(60).forEach(log::write);
        }
        directory.delete(directory.list().get(1));

        assertThatThrownBy(() -> TextLog.open(directory)).hasMessageContaining("segment 2 is missing");
    }

    /** Behind the last segment, one that lost its header, and one behind that, which begins with frame {@code first}. */
    private void putSegmentsBehindTheLast(LongUnaryOperator first) throws IOException {
        LogScan scan = LogScanner.scan(directory).orElseThrow();
        SegmentHeader last = scan.lastSegment();
        directory.put(SegmentNames.of(last.segment() + 1), new byte[TextLog.SEGMENT]);
        var header = new SegmentHeader(
                last.log(),
                last.segment() + 2,
                last.incarnation() + 1,
                first.applyAsLong(scan.last().frame() + 1),
                scan.last().nextRecord(),
                scan.last().checksum());
        directory.put(
                SegmentNames.of(header.segment()), Arrays.copyOf(header.encode().array(), TextLog.SEGMENT));
    }

    @Test
    void aSegmentThatLostItsHeaderIsVoidWhereTheNextGoesOnWithoutIt() throws IOException {
        try (TextLog log = TextLog.open(directory)) {
            texts(20).forEach(log::write);
        }
        putSegmentsBehindTheLast(frame -> frame);

        List<String> expected = new ArrayList<>(texts(20));
        for (int life = 0; life < 3; life++) {
            try (TextLog log = TextLog.open(directory)) {
                assertThat(log.found()).isEqualTo(expected);
                log.write("life " + life);
                expected.add("life " + life);
            }
        }
    }

    @Test
    void aSegmentThatLostItsHeaderIsMissedWithItsNameWhereTheNextNeedsIt() throws IOException {
        try (TextLog log = TextLog.open(directory)) {
            texts(20).forEach(log::write);
        }
        long last = LogScanner.scan(directory).orElseThrow().lastSegment().segment();
        putSegmentsBehindTheLast(frame -> frame + 1);

        assertThatThrownBy(() -> TextLog.open(directory))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(SegmentNames.of(last + 1) + " at byte 0: its header is not intact");
    }

    @Test
    void theFirstSegmentMayBeLostOnlyIfTheTablesHoldWhatWasInIt() throws IOException {
        try (TextLog log = TextLog.open(directory)) {
            texts(60).forEach(log::write);
        }
        String first = directory.list().get(0);
        directory.put(first, new byte[TextLog.SEGMENT]);

        assertThatThrownBy(() -> TextLog.open(directory))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("the tables hold no more than record 0")
                .hasMessageContaining("the header of simulated/" + first + " is not intact");
        var options = new LogOptions(TextLog.SEGMENT, Duration.ZERO, InstantSource.system());
        var rest = new ArrayList<Long>();
        Log<Entry> log = Log.open(directory, options, 40, durable -> {});
        log.replay(40, (position, bytes) -> rest.add(position.record()));
        log.abandon();
        assertThat(rest).hasSize(20).startsWith(41L);
    }

    /** Segments go one by one: of those that are no longer needed, no later one is missing where an earlier one is there. */
    @Test
    void aLossOfPowerWhileSegmentsGoLeavesNoGap() throws IOException {
        List<SimulatedDirectory> lost = new ArrayList<>();
        var releasing = new AtomicBoolean();
        Thread releaser = Thread.currentThread();
        var faulty = new FaultyDirectory(directory, operation -> {
            if (releasing.get() && Thread.currentThread() == releaser) {
                for (int seed = 0; seed < 20; seed++) {
                    lost.add(directory.losePower(new Random(seed)));
                }
            }
        });
        try (TextLog log = TextLog.open(faulty)) {
            texts(60).forEach(log::write);
            releasing.set(true);
            log.log().release(60);
            releasing.set(false);
        }

        assertThat(lost).hasSizeGreaterThan(80);
        for (SimulatedDirectory each : lost) {
            try (TextLog log = TextLog.open(each, 60)) {
                assertThat(log.found()).isEmpty();
            }
        }
    }

    @Test
    void aSegmentOfAnotherFormatIsRefusedByItsNumber() throws IOException {
        TextLog.open(directory).close();
        String name = directory.list().get(0);
        byte[] content = directory.contentOf(name);
        content[11] = 9;
        directory.put(name, content);

        assertThatThrownBy(() -> TextLog.open(directory))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("format 9");
    }

    @Test
    void segmentsBelowWhatIsReleasedGoAndNoOthers() throws IOException {
        try (TextLog log = TextLog.open(directory)) {
            texts(100).forEach(log::write);
            int before = directory.list().size();
            log.log().release(50);
            assertThat(directory.list()).hasSizeLessThan(before);
            assertThat(log.read(99)).isEqualTo(text(99));
        }
        var rest = new ArrayList<String>();
        var options = new LogOptions(TextLog.SEGMENT, Duration.ZERO, InstantSource.system());
        Log<Entry> again = Log.open(directory, options, 50, durable -> {});
        again.replay(50, (position, bytes) -> rest.add(position.toString()));
        assertThat(rest).hasSize(50);
        assertThatThrownBy(() -> Log.open(directory, options, 2, durable -> {})).hasMessageContaining("begins with");
    }

    @Test
    void afterAFailedSyncNothingIsAcknowledgedUntilTheLogIsOpenedAgain() throws IOException {
        var broken = new AtomicBoolean();
        var faulty = new FaultyDirectory(directory, operation -> {
            if (operation == Operation.SYNC && broken.get()) {
                throw new IOException("Input/output error");
            }
        });
        TextLog log = TextLog.open(faulty);
        log.write("kept");
        broken.set(true);

        assertThatThrownBy(() -> log.write("lost"))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("Input/output error");
        broken.set(false);
        assertThatThrownBy(() -> log.append("refused")).isInstanceOf(StorageException.class);
        log.close();
        try (TextLog again = TextLog.open(directory.losePower(new Random(1)))) {
            assertThat(again.found()).startsWith("kept").doesNotContain("refused");
        }
    }

    /** Invariant 13, first half: who brings the tables up to the log is given nothing before it is durable. */
    @Test
    void whatIsGivenOnIsThereAfterALossOfPower() throws IOException {
        List<String> given = new CopyOnWriteArrayList<>();
        List<String> lost = new CopyOnWriteArrayList<>();
        Consumer<List<String>> applier = texts -> {
            given.addAll(texts);
            try (TextLog after = TextLog.open(directory.losePower(new Random(given.size())))) {
                texts.stream().filter(text -> !after.found().contains(text)).forEach(lost::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        try (TextLog log = TextLog.open(directory, applier)) {
            texts(40).forEach(log::write);
        }
        assertThat(given).isEqualTo(texts(40));
        assertThat(lost).isEmpty();
    }

    /** Invariant 14: recovery yields a prefix that contains every acknowledged record, and never a ghost. */
    @Test
    void recoveryYieldsAPrefixThatContainsEveryAcknowledgedRecordAndNeverAGhost() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            var random = new Random(seed);
            var place = new SimulatedDirectory();
            List<String> history = new ArrayList<>();
            for (int life = 0; life < 4; life++) {
                int acknowledged = history.size();
                TextLog log = TextLog.open(place);
                int steps = random.nextInt(30);
                for (int i = 0; i < steps; i++) {
                    String text = "seed " + seed + " life " + life + " " + text(random.nextInt(100));
                    history.add(text);
                    if (random.nextBoolean()) {
                        log.write(text);
                        acknowledged = history.size();
                    } else {
                        log.append(text);
                    }
                }
                SimulatedDirectory after = random.nextInt(3) == 0 ? place.kill() : place.losePower(random);
                log.close();
                TextLog found = TextLog.open(after);
                assertThat(found.found())
                        .as("seed %d life %d", seed, life)
                        .hasSizeBetween(acknowledged, history.size());
                assertThat(found.found())
                        .as("seed %d life %d", seed, life)
                        .isEqualTo(history.subList(0, found.found().size()));
                history = new ArrayList<>(found.found());
                found.close();
                place = after;
            }
        }
    }
}

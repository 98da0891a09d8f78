package dev.wit4j.embedded.log;

import dev.wit4j.embedded.file.Directory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A log of texts. */
final class TextLog implements AutoCloseable {
    static final int SEGMENT = 8192;

    private final Log<Text> log;
    private final List<String> found = new ArrayList<>();
    private final List<Position> places = new CopyOnWriteArrayList<>();

    static final class Text implements Entry {
        private final String text;
        private final List<Position> places;

        Text(String text, List<Position> places) {
            this.text = text;
            this.places = places;
        }

        @Override
        public void check() {}

        @Override
        public void appended(long number) {}

        @Override
        public Payload payload() {
            return Payload.of(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void placed(Position position) {
            places.add(position);
        }
    }

    private TextLog(Directory directory, long applied, Consumer<List<Text>> whenDurable) throws IOException {
        var options = new LogOptions(SEGMENT, Duration.ofMillis(5), InstantSource.system());
        log = Log.open(directory, options, applied, whenDurable);
        log.replay(applied, (position, bytes) -> found.add(text(bytes)));
        log.start();
    }

    static TextLog open(Directory directory) throws IOException {
        return open(directory, 0);
    }

    static TextLog open(Directory directory, long applied) throws IOException {
        return new TextLog(directory, applied, durable -> {});
    }

    /** A log that gives the texts on that are durable. */
    static TextLog open(Directory directory, Consumer<List<String>> whenDurable) throws IOException {
        return new TextLog(
                directory,
                0,
                durable -> whenDurable.accept(
                        durable.stream().map(each -> each.text).toList()));
    }

    /** What the log held when it was opened, behind what was applied. */
    List<String> found() {
        return found;
    }

    Log<?> log() {
        return log;
    }

    long append(String text) {
        return log.append(new Text(text, places));
    }

    /** Appends a text, and returns when it is durable. */
    long write(String text) {
        long number = append(text);
        log.await(number);
        return number;
    }

    /** The record that was appended as the {@code index}th here, read back. */
    String read(int index) throws IOException {
        return text(log.read(places.get(index)).orElseThrow());
    }

    @Override
    public void close() throws IOException {
        log.close();
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }
}

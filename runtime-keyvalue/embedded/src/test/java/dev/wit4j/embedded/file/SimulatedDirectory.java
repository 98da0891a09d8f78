package dev.wit4j.embedded.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A folder in memory that knows what was synced. {@link #losePower} gives the folder as it may be found afterwards: of what was
 * not synced, any sectors of 512 bytes may be there or not, in any combination, and so may any changes of names.
 */
public final class SimulatedDirectory implements Directory {
    private static final int SECTOR = 512;

    private final Map<String, SimulatedFile> files = new TreeMap<>();

    /** Per name, what it may be after a loss of power: as of the last sync, and every change since. */
    private final Map<String, List<Naming>> namings = new TreeMap<>();

    private record Naming(List<SimulatedFile> file) {
        static final Naming NONE = new Naming(List.of());

        Naming copy(Map<SimulatedFile, SimulatedFile> copies) {
            return new Naming(file.stream()
                    .map(each -> copies.computeIfAbsent(each, SimulatedFile::copy))
                    .toList());
        }
    }

    @Override
    public synchronized List<String> list() {
        return List.copyOf(files.keySet());
    }

    @Override
    public synchronized LogFile create(String name) throws IOException {
        if (files.containsKey(name)) {
            throw new FileAlreadyExistsException(name);
        }
        var file = new SimulatedFile(new byte[0]);
        name(name, new Naming(List.of(file)));
        return file;
    }

    @Override
    public synchronized LogFile open(String name) throws IOException {
        return find(name);
    }

    @Override
    public synchronized void rename(String from, String to) throws IOException {
        SimulatedFile file = find(from);
        name(to, new Naming(List.of(file)));
        name(from, Naming.NONE);
    }

    @Override
    public synchronized void delete(String name) throws IOException {
        find(name);
        name(name, Naming.NONE);
    }

    @Override
    public synchronized void sync() {
        namings.clear();
        files.forEach((name, file) -> namings.put(name, new ArrayList<>(List.of(new Naming(List.of(file))))));
    }

    @Override
    public String describe(String name) {
        return "simulated/" + name;
    }

    /** The bytes of a file as a reader finds them now. */
    public synchronized byte[] contentOf(String name) throws IOException {
        return find(name).visible.clone();
    }

    /** Makes {@code content} the durable content of a file. */
    public synchronized void put(String name, byte[] content) {
        name(name, new Naming(List.of(new SimulatedFile(content))));
        sync();
    }

    /** This folder as it may be after a loss of power. */
    public synchronized SimulatedDirectory losePower(Random random) {
        var after = new SimulatedDirectory();
        namings.forEach((name, possible) -> {
            Naming naming = possible.get(random.nextInt(possible.size()));
            for (SimulatedFile file : naming.file()) {
                after.files.put(name, new SimulatedFile(file.losePower(random)));
            }
        });
        after.sync();
        return after;
    }

    /** This folder as another process finds it when this one was killed: all writes are there, synced or not. */
    public synchronized SimulatedDirectory kill() {
        Map<SimulatedFile, SimulatedFile> copies = new IdentityHashMap<>();
        var after = new SimulatedDirectory();
        files.forEach((name, file) -> after.files.put(name, copies.computeIfAbsent(file, SimulatedFile::copy)));
        namings.forEach((name, possible) -> after.namings.put(name, new ArrayList<>()));
        namings.forEach((name, possible) ->
                possible.forEach(naming -> after.namings.get(name).add(naming.copy(copies))));
        return after;
    }

    private SimulatedFile find(String name) throws NoSuchFileException {
        SimulatedFile file = files.get(name);
        if (file == null) {
            throw new NoSuchFileException(name);
        }
        return file;
    }

    private void name(String name, Naming naming) {
        namings.computeIfAbsent(name, absent -> new ArrayList<>(List.of(Naming.NONE)))
                .add(naming);
        if (naming.file().isEmpty()) {
            files.remove(name);
        } else {
            files.put(name, naming.file().get(0));
        }
    }

    private static final class SimulatedFile implements LogFile {
        private byte[] visible;
        private byte[] durable;

        /** For each sector that was written since the last sync, what it may be. */
        private final Map<Integer, List<byte[]>> unsynced = new TreeMap<>();

        SimulatedFile(byte[] content) {
            visible = content.clone();
            durable = content.clone();
        }

        synchronized SimulatedFile copy() {
            var copy = new SimulatedFile(visible);
            copy.durable = durable.clone();
            unsynced.forEach((sector, possible) -> copy.unsynced.put(sector, new ArrayList<>(possible)));
            return copy;
        }

        @Override
        public synchronized void write(ByteBuffer source, long position) {
            int length = source.remaining();
            if (position + length > visible.length) {
                visible = java.util.Arrays.copyOf(visible, (int) position + length);
            }
            source.get(visible, (int) position, length);
            for (int sector = (int) position / SECTOR; sector * SECTOR < position + length; sector++) {
                unsynced.computeIfAbsent(sector, absent -> new ArrayList<>()).add(sectorOf(visible, sector));
            }
        }

        private static byte[] sectorOf(byte[] content, int sector) {
            int end = Math.min(content.length, (sector + 1) * SECTOR);
            return java.util.Arrays.copyOfRange(content, sector * SECTOR, end);
        }

        @Override
        public synchronized int read(ByteBuffer target, long position) {
            int length = (int) Math.max(0, Math.min(target.remaining(), visible.length - position));
            if (length > 0) {
                target.put(visible, (int) position, length);
            }
            return length;
        }

        @Override
        public synchronized void sync() {
            durable = visible.clone();
            unsynced.clear();
        }

        @Override
        public synchronized long size() {
            return visible.length;
        }

        @Override
        public void close() {}

        synchronized byte[] losePower(Random random) {
            byte[] after = durable.clone();
            int mode = random.nextInt(4);
            for (Map.Entry<Integer, List<byte[]>> each : unsynced.entrySet()) {
                boolean kept = mode == 0 || mode > 1 && random.nextInt(mode) == 0;
                if (kept) {
                    List<byte[]> possible = each.getValue();
                    byte[] sector = possible.get(random.nextInt(possible.size()));
                    int position = each.getKey() * SECTOR;
                    if (position + sector.length > after.length) {
                        after = java.util.Arrays.copyOf(after, position + sector.length);
                    }
                    System.arraycopy(sector, 0, after, position, sector.length);
                }
            }
            return after;
        }
    }
}

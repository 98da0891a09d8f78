package dev.wit4j.embedded.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

/** Another folder, with a fault in one of its operations. */
public final class FaultyDirectory implements Directory {
    private final Directory directory;
    private final Fault fault;

    /** Decides about operations. May be called by several threads. */
    public interface Fault {
        /**
         * Before an operation.
         *
         * @param operation what is about to be done
         * @throws IOException that the operation is to fail with
         */
        void before(Operation operation) throws IOException;

        /** Behind the part of a write that was done although {@link #before} made it fail. */
        default void behindPart() {}
    }

    /** What is done to files and folders; reads are not among it. */
    public enum Operation {
        WRITE,
        SYNC,
        CREATE,
        RENAME,
        DELETE,
        SYNC_FOLDER
    }

    public FaultyDirectory(Directory directory, Fault fault) {
        this.directory = directory;
        this.fault = fault;
    }

    @Override
    public List<String> list() throws IOException {
        return directory.list();
    }

    @Override
    public LogFile create(String name) throws IOException {
        fault.before(Operation.CREATE);
        return new FaultyFile(directory.create(name));
    }

    @Override
    public LogFile open(String name) throws IOException {
        return new FaultyFile(directory.open(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        fault.before(Operation.RENAME);
        directory.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        fault.before(Operation.DELETE);
        directory.delete(name);
    }

    @Override
    public void sync() throws IOException {
        fault.before(Operation.SYNC_FOLDER);
        directory.sync();
    }

    @Override
    public String describe(String name) {
        return directory.describe(name);
    }

    private final class FaultyFile implements LogFile {
        private final LogFile file;

        FaultyFile(LogFile file) {
            this.file = file;
        }

        /** A write that fails has done a part. */
        @Override
        public void write(ByteBuffer source, long position) throws IOException {
            try {
                fault.before(Operation.WRITE);
            } catch (IOException e) {
                file.write(source.slice(source.position(), source.remaining() / 3), position);
                fault.behindPart();
                throw e;
            }
            file.write(source, position);
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return file.read(target, position);
        }

        @Override
        public void sync() throws IOException {
            fault.before(Operation.SYNC);
            file.sync();
        }

        @Override
        public long size() throws IOException {
            return file.size();
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}

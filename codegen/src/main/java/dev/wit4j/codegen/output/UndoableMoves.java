package dev.wit4j.codegen.output;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;

/** Replaces and deletes files one after the other, and can take back what it did: what was there is kept until all is done. */
final class UndoableMoves {
    private interface Step {
        void undo() throws IOException;
    }

    private final Path folder;
    private final Deque<Step> done = new ArrayDeque<>();
    private int kept;

    /** Keeps what was there in {@code folder}, which is on the same disk. */
    UndoableMoves(Path folder) {
        this.folder = folder;
    }

    /** Moves {@code next} to where {@code target} is, or is to be; whoever reads that meanwhile sees the one or the other. */
    void replace(Path target, Path next) throws IOException {
        if (!Files.exists(target)) {
            move(next, target);
            done.push(() -> Files.delete(target));
            return;
        }
        Path old = Files.copy(target, keep(), StandardCopyOption.COPY_ATTRIBUTES);
        move(next, target);
        done.push(() -> move(old, target));
    }

    /** Deletes {@code target} if it is there. */
    void delete(Path target) throws IOException {
        if (Files.exists(target)) {
            Path old = keep();
            move(target, old);
            done.push(() -> move(old, target));
        }
    }

    /** Takes everything back, the last first; what fails of that is added to {@code cause}. */
    void undo(IOException cause) {
        while (!done.isEmpty()) {
            try {
                done.pop().undo();
            } catch (IOException e) {
                cause.addSuppressed(e);
            }
        }
    }

    private Path keep() {
        return folder.resolve("old" + kept++);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}

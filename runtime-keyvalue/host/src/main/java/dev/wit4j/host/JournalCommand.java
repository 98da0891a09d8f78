package dev.wit4j.host;

import dev.wit4j.embedded.FolderInUseException;
import dev.wit4j.embedded.StoreInspection;
import dev.wit4j.embedded.log.LogArchive;
import dev.wit4j.journal.Journal;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Entry;
import dev.wit4j.runtime.entry.EntryFormat;
import dev.wit4j.runtime.entry.EntryFormatException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks into the folder of an embedded store, which nobody may have open meanwhile, and changes nothing of what it holds. */
@Command(
        name = "journal",
        description = "Shows or verifies the folder of an embedded store that nobody has open.",
        synopsisSubcommandLabel = "COMMAND")
final class JournalCommand {
    @Command(
            description =
                    "Shows the log and the workers of a store or, with --worker, the journal of one. Fails with 1 if it is damaged.")
    void show(
            @Parameters(paramLabel = "FOLDER", description = "The folder of the store.") Path folder,
            @Option(names = "--worker", paramLabel = "WORKER", description = "Component and name: key-value/demo")
                    Optional<String> worker) {
        Optional<WorkerId> id = worker.map(WorkerName::parse);
        try (StoreInspection store = open(folder)) {
            if (id.isPresent()) {
                showJournal(store, folder, id.get());
            } else {
                showStore(store);
            }
        }
    }

    @Command(
            description =
                    "Reads all of a store and checks it: each frame of the log, each row of the tables, each entry of"
                            + " the journals. Fails with 1 if something is damaged.")
    void verify(@Parameters(paramLabel = "FOLDER", description = "The folder of the store.") Path folder) {
        try (StoreInspection store = open(folder)) {
            store.verify();
            long[] counts = new long[2];
            for (WorkerId worker : store.workers()) {
                store.journal(worker, record -> {
                    counts[0]++;
                    counts[1] += entries(worker, record).size();
                });
            }
            System.out.println(
                    "fine: " + store.segments().size() + " segments up to record " + store.lastRecord() + ", "
                            + store.workers().size() + " workers with " + counts[0] + " records and " + counts[1]
                            + " entries in their journals");
            sayHowItWasLeft(store);
        }
    }

    private static StoreInspection open(Path folder) {
        try {
            return StoreInspection.open(folder);
        } catch (FolderInUseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void showStore(StoreInspection store) {
        for (LogArchive.Segment segment : store.segments()) {
            System.out.println(segment.file() + ": segment " + segment.number() + ", from record "
                    + segment.firstRecord() + ", opening " + segment.incarnation());
        }
        System.out.println("last record " + store.lastRecord() + ", in the tables up to " + store.appliedRecord());
        sayHowItWasLeft(store);
        for (WorkerId worker : store.workers()) {
            long[] count = new long[1];
            store.journal(worker, record -> count[0]++);
            System.out.println("worker " + worker + ": " + count[0] + " records");
        }
    }

    private static void sayHowItWasLeft(StoreInspection store) {
        if (!store.wasClosed()) {
            System.out.println("not closed in order: the next opening goes on from the last record");
        }
        store.cut().ifPresent(cut -> System.out.println("an interrupted write, which the next opening cuts: " + cut));
    }

    private static void showJournal(StoreInspection store, Path folder, WorkerId worker) {
        if (!store.workers().contains(worker)) {
            throw new IllegalArgumentException(
                    "there is no worker " + worker + " in " + folder + "; there are " + store.workers());
        }
        Consumer<Journal.Record> show = record -> {
            System.out.println("record " + record.sequence() + ", epoch " + record.epoch() + ": "
                    + EntryText.of(record.outcome()));
            entries(worker, record).forEach(entry -> System.out.println("  " + EntryText.of(entry)));
        };
        store.journal(worker, show);
    }

    private static List<Entry> entries(WorkerId worker, Journal.Record record) {
        try {
            return EntryFormat.decode(record.entries());
        } catch (EntryFormatException e) {
            throw new StorageException(
                    "record " + record.sequence() + " of worker " + worker + " is damaged: " + e.getMessage(), e);
        }
    }
}

package dev.wit4j.embedded.change;

import dev.wit4j.embedded.log.Payload;
import dev.wit4j.journal.WorkerId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The changes of a record as bytes. The layout is described in {@code docs/embedded-store.md}; the two change together. */
public final class ChangeCodec {
    private static final int FORMAT = 2;

    /** The first format; it has all that this one has but results that expire. */
    private static final int FIRST_FORMAT = 1;

    private static final int PUT = 1;
    private static final int PUT_EXPIRING = 2;
    private static final int REMOVE = 3;
    private static final int CREATE_WORKER = 4;
    private static final int DELETE_WORKER = 5;
    private static final int CLAIM = 6;
    private static final int APPEND = 7;
    private static final int ENQUEUE = 8;
    private static final int COMPLETE = 9;
    private static final int SAVE_SNAPSHOT = 10;
    private static final int COMPLETE_EXPIRING = 11;

    private ChangeCodec() {}

    /** The bytes of a record. */
    public static Payload encode(List<Change> changes) {
        var writer = new PayloadWriter().tag(FORMAT);
        changes.forEach(change -> encode(change, writer));
        return writer.finish();
    }

    /**
     * The changes in a record.
     *
     * @throws MalformedRecordException if the bytes are not such
     */
    public static List<Change> decode(ByteBuffer record) {
        try {
            var reader = new PayloadReader(record);
            int format = reader.tag();
            if (format < FIRST_FORMAT || format > FORMAT) {
                throw new MalformedRecordException(
                        "it has format " + format + "; this version reads formats " + FIRST_FORMAT + " to " + FORMAT);
            }
            List<Change> changes = new ArrayList<>();
            while (reader.hasMore()) {
                changes.add(decode(reader));
            }
            return changes;
        } catch (BufferUnderflowException e) {
            throw new MalformedRecordException("it ends too early");
        }
    }

    private static void encode(Change change, PayloadWriter to) {
        if (change instanceof Change.Put put) {
            to.tag(put.expires().isPresent() ? PUT_EXPIRING : PUT);
            to.text(put.place().bucket()).text(put.place().key());
            put.expires().ifPresent(to::number);
            to.bytes(put.value());
        } else if (change instanceof Change.Remove remove) {
            to.tag(REMOVE).text(remove.place().bucket()).text(remove.place().key());
        } else if (change instanceof Change.CreateWorker create) {
            to.tag(CREATE_WORKER).number(create.worker());
            to.text(create.id().component()).text(create.id().name());
        } else if (change instanceof Change.DeleteWorker delete) {
            to.tag(DELETE_WORKER).number(delete.worker());
        } else if (change instanceof Change.Claim claim) {
            to.tag(CLAIM).number(claim.worker()).number(claim.epoch());
        } else if (change instanceof Change.Append append) {
            to.tag(APPEND).number(append.worker()).number(append.epoch()).number(append.sequence());
            OutcomeCodec.encode(append.outcome(), to);
            to.bytes(append.entries());
        } else if (change instanceof Change.Enqueue enqueue) {
            to.tag(ENQUEUE).number(enqueue.worker()).text(enqueue.key()).bytes(enqueue.content());
        } else if (change instanceof Change.Complete complete) {
            to.tag(complete.expires().isPresent() ? COMPLETE_EXPIRING : COMPLETE);
            to.number(complete.worker()).text(complete.key());
            complete.expires().ifPresent(to::number);
            to.bytes(complete.result());
        } else {
            var save = (Change.SaveSnapshot) change;
            to.tag(SAVE_SNAPSHOT).number(save.worker()).number(save.sequence()).number(save.trimBefore());
            to.bytes(save.state());
        }
    }

    private static Change decode(PayloadReader from) {
        int tag = from.tag();
        return switch (tag) {
            case PUT -> {
                Place place = place(from);
                yield new Change.Put(place, from.bytes(), OptionalLong.empty());
            }
            case PUT_EXPIRING -> {
                Place place = place(from);
                OptionalLong expires = OptionalLong.of(from.number());
                yield new Change.Put(place, from.bytes(), expires);
            }
            case REMOVE -> new Change.Remove(place(from));
            case CREATE_WORKER -> new Change.CreateWorker(from.number(), new WorkerId(from.text(), from.text()));
            case DELETE_WORKER -> new Change.DeleteWorker(from.number());
            case CLAIM -> new Change.Claim(from.number(), from.number());
            case APPEND -> {
                long worker = from.number();
                long epoch = from.number();
                long sequence = from.number();
                var outcome = OutcomeCodec.decode(from);
                yield new Change.Append(worker, epoch, sequence, from.bytes(), outcome);
            }
            case ENQUEUE -> new Change.Enqueue(from.number(), from.text(), from.bytes());
            case COMPLETE -> new Change.Complete(from.number(), from.text(), from.bytes(), OptionalLong.empty());
            case COMPLETE_EXPIRING -> {
                long worker = from.number();
                String key = from.text();
                OptionalLong expires = OptionalLong.of(from.number());
                yield new Change.Complete(worker, key, from.bytes(), expires);
            }
            case SAVE_SNAPSHOT -> {
                long worker = from.number();
                long sequence = from.number();
                long trimBefore = from.number();
                yield new Change.SaveSnapshot(worker, sequence, from.bytes(), trimBefore);
            }
            default -> throw new MalformedRecordException("it holds a change of the unknown kind " + tag);
        };
    }

    private static Place place(PayloadReader from) {
        String bucket = from.text();
        return Place.of(bucket, from.text());
    }
}

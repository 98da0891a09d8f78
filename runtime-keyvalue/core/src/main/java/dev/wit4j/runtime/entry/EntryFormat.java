package dev.wit4j.runtime.entry;

import dev.wit4j.Bytes;
import dev.wit4j.journal.WorkerId;
import java.util.ArrayList;
import java.util.List;

/** Entries, requests and answers as bytes and back. What is decoded and encoded again is the same bytes. */
public final class EntryFormat {
    /** The first byte of everything encoded here. Another one is another format, which this version refuses. */
    public static final int FORMAT = 1;

    private static final int CREATED = 1;
    private static final int STARTED = 2;
    private static final int READ = 3;
    private static final int WRITE = 4;
    private static final int BEGUN = 5;
    private static final int ANSWERED = 6;
    private static final int IN_DOUBT = 7;
    private static final int ATTEMPT_FAILED = 8;
    private static final int COMPLETED = 9;
    private static final int SKIPPED = 10;
    private static final int SNAPSHOT_TAKEN = 11;

    private static final int OK = 0;
    private static final int ERR = 1;
    private static final int FAILED = 2;

    private EntryFormat() {}

    /** The entries of one record. */
    public static Bytes encode(List<Entry> entries) {
        Output out = start();
        entries.forEach(entry -> write(out, entry));
        return out.written();
    }

    /**
     * The entries of one record; none if there are no bytes, as in the record of a claim.
     *
     * @throws EntryFormatException if {@code bytes} are not entries in this format
     */
    public static List<Entry> decode(Bytes bytes) {
        if (bytes.isEmpty()) {
            return List.of();
        }
        Input in = open(bytes);
        List<Entry> entries = new ArrayList<>();
        while (!in.atEnd()) {
            entries.add(readEntry(in));
        }
        return entries;
    }

    /** A request. */
    public static Bytes encode(Request request) {
        Output out = start();
        out.string(request.item());
        out.string(request.function());
        out.u64(request.fingerprint());
        out.bytes(request.arguments());
        for (WorkerId caller : request.callers()) {
            out.string(caller.component());
            out.string(caller.name());
        }
        return out.written();
    }

    /**
     * A request.
     *
     * @throws EntryFormatException if {@code bytes} are no request in this format
     */
    public static Request decodeRequest(Bytes bytes) {
        Input in = open(bytes);
        String item = in.string();
        String function = in.string();
        long fingerprint = in.u64();
        Bytes arguments = in.bytes();
        List<WorkerId> callers = new ArrayList<>();
        while (!in.atEnd()) {
            String component = in.string();
            String name = in.string();
            if (component.isEmpty() || name.isEmpty()) {
                throw in.failure("a worker without a name");
            }
            callers.add(new WorkerId(component, name));
        }
        return new Request(item, function, fingerprint, arguments, callers);
    }

    /** An answer, as it stands in a mailbox. */
    public static Bytes encode(Answer answer) {
        Output out = start();
        write(out, answer);
        return out.written();
    }

    /**
     * An answer.
     *
     * @throws EntryFormatException if {@code bytes} are no answer in this format
     */
    public static Answer decodeAnswer(Bytes bytes) {
        Input in = open(bytes);
        Answer answer = readAnswer(in);
        in.end();
        return answer;
    }

    private static Output start() {
        Output out = new Output();
        out.u8(FORMAT);
        return out;
    }

    private static Input open(Bytes bytes) {
        Input in = new Input(bytes);
        int format = in.u8();
        if (format != FORMAT) {
            throw in.failure("format " + format + ", where this version reads format " + FORMAT
                    + "; a newer version of wit4j may have written it");
        }
        return in;
    }

    private static void write(Output out, Entry entry) {
        if (entry instanceof Entry.Created created) {
            out.u8(CREATED);
            out.u64(created.incarnation());
        } else if (entry instanceof Entry.Started started) {
            out.u8(STARTED);
            out.string(started.key());
            out.bytes(started.request());
        } else if (entry instanceof Entry.Read read) {
            out.u8(READ);
            write(out, read.call());
            write(out, read.answer());
        } else if (entry instanceof Entry.Write written) {
            out.u8(WRITE);
            write(out, written.call());
        } else if (entry instanceof Entry.Begun begun) {
            out.u8(BEGUN);
            write(out, begun.call());
        } else if (entry instanceof Entry.Answered answered) {
            out.u8(ANSWERED);
            write(out, answered.answer());
        } else if (entry instanceof Entry.InDoubt) {
            out.u8(IN_DOUBT);
        } else if (entry instanceof Entry.AttemptFailed failed) {
            out.u8(ATTEMPT_FAILED);
            out.string(failed.reason());
        } else if (entry instanceof Entry.Completed completed) {
            out.u8(COMPLETED);
            out.hash(completed.resultHash());
        } else if (entry instanceof Entry.Skipped skipped) {
            out.u8(SKIPPED);
            out.string(skipped.reason());
        } else if (entry instanceof Entry.SnapshotTaken) {
            out.u8(SNAPSHOT_TAKEN);
        }
    }

    private static Entry readEntry(Input in) {
        int kind = in.u8();
        return switch (kind) {
            case CREATED -> new Entry.Created(in.u64());
            case STARTED -> new Entry.Started(in.string(), in.bytes());
            case READ -> new Entry.Read(readCall(in), readAnswer(in));
            case WRITE -> new Entry.Write(readCall(in));
            case BEGUN -> new Entry.Begun(readCall(in));
            case ANSWERED -> new Entry.Answered(readAnswer(in));
            case IN_DOUBT -> new Entry.InDoubt();
            case ATTEMPT_FAILED -> new Entry.AttemptFailed(in.string());
            case COMPLETED -> new Entry.Completed(in.hash());
            case SKIPPED -> new Entry.Skipped(in.string());
            case SNAPSHOT_TAKEN -> new Entry.SnapshotTaken();
            default -> throw in.failure("there is no kind of entry with the number " + kind);
        };
    }

    private static void write(Output out, CallIdentity call) {
        out.string(call.function());
        out.u64(call.fingerprint());
        out.hash(call.arguments());
    }

    private static CallIdentity readCall(Input in) {
        return new CallIdentity(in.string(), in.u64(), in.hash());
    }

    private static void write(Output out, Answer answer) {
        if (answer instanceof Answer.Ok ok) {
            out.u8(OK);
            out.bytes(ok.value());
        } else if (answer instanceof Answer.Err err) {
            out.u8(ERR);
            out.bytes(err.value());
        } else if (answer instanceof Answer.Failed failed) {
            out.u8(FAILED);
            out.string(failed.message());
        }
    }

    private static Answer readAnswer(Input in) {
        int kind = in.u8();
        return switch (kind) {
            case OK -> new Answer.Ok(in.bytes());
            case ERR -> new Answer.Err(in.bytes());
            case FAILED -> new Answer.Failed(in.string());
            default -> throw in.failure("there is no kind of answer with the number " + kind);
        };
    }
}

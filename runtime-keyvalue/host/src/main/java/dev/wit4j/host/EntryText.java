package dev.wit4j.host;

import dev.wit4j.Bytes;
import dev.wit4j.journal.Outcome;
import dev.wit4j.runtime.entry.Answer;
import dev.wit4j.runtime.entry.Entry;
import dev.wit4j.runtime.entry.EntryFormat;
import dev.wit4j.runtime.entry.Request;

/** Entries of a journal in words for people. Values are not shown: only their component knows their types. */
final class EntryText {
    private EntryText() {}

    /** An entry. */
    static String of(Entry entry) {
        if (entry instanceof Entry.Created created) {
            return String.format("created, incarnation %016x", created.incarnation());
        } else if (entry instanceof Entry.Started started) {
            Request request = EntryFormat.decodeRequest(started.request());
            return "started '" + started.key() + "': " + request.item() + "#" + request.function() + " with "
                    + bytes(request.arguments())
                    + (request.callers().isEmpty() ? "" : ", called by " + request.callers());
        } else if (entry instanceof Entry.Read read) {
            return "read " + read.call().function() + ": " + of(read.answer());
        } else if (entry instanceof Entry.Write write) {
            return "wrote " + write.call().function();
        } else if (entry instanceof Entry.Begun begun) {
            return "began " + begun.call().function();
        } else if (entry instanceof Entry.Answered answered) {
            return "answered: " + of(answered.answer());
        } else if (entry instanceof Entry.InDoubt) {
            return "in doubt: nobody knows whether the call that was begun last was made";
        } else if (entry instanceof Entry.AttemptFailed failed) {
            return "attempt failed: " + failed.reason();
        } else if (entry instanceof Entry.Completed) {
            return "completed";
        } else if (entry instanceof Entry.Skipped skipped) {
            return "given up: " + skipped.reason();
        } else {
            return "snapshot taken";
        }
    }

    private static String of(Answer answer) {
        if (answer instanceof Answer.Ok ok) {
            return "ok, " + bytes(ok.value());
        }
        return answer instanceof Answer.Err err
                ? "err, " + bytes(err.value())
                : "failed: " + ((Answer.Failed) answer).message();
    }

    /** An outcome. */
    static String of(Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            return "done";
        } else if (outcome instanceof Outcome.Count count) {
            return "count " + count.count();
        } else if (outcome instanceof Outcome.Number number) {
            return "number " + number.bits();
        } else if (outcome instanceof Outcome.Mismatch mismatch) {
            return "mismatch: "
                    + mismatch.found().map(found -> "found " + bytes(found)).orElse("found nothing");
        } else if (outcome instanceof Outcome.Refused refused) {
            return "refused: " + refused.reason();
        } else {
            return "failed: " + ((Outcome.Failed) outcome).message();
        }
    }

    private static String bytes(Bytes bytes) {
        return bytes.size() == 1 ? "1 byte" : bytes.size() + " bytes";
    }
}

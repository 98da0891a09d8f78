package dev.wit4j.keyvalue.draft;

import dev.wit4j.keyvalue.bucket.Refusal;
import dev.wit4j.keyvalue.bucket.RefusedException;
import java.util.function.Supplier;
import wit.wasi.keyvalue.v0_2_0_draft.store.Error;
import wit.wasi.keyvalue.v0_2_0_draft.store.ErrorException;

/** Puts refusals into the words of this generation. */
final class StoreErrors {
    private StoreErrors() {}

    /** The answer of {@code request}, a refusal as the declared error. */
    static <T> T orError(Supplier<T> request) {
        try {
            return request.get();
        } catch (RefusedException e) {
            throw new ErrorException(error(e.refusal()));
        }
    }

    /** Makes {@code request}, a refusal being the declared error. */
    static void orError(Runnable request) {
        try {
            request.run();
        } catch (RefusedException e) {
            throw new ErrorException(error(e.refusal()));
        }
    }

    /** The error that says the same as {@code refusal}. */
    static Error error(Refusal refusal) {
        if (refusal instanceof Refusal.NoSuchStore) {
            return new Error.NoSuchStore();
        }
        return refusal instanceof Refusal.AccessDenied ? new Error.AccessDenied() : new Error.Other(refusal.message());
    }
}

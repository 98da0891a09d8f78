package dev.wit4j.keyvalue.seed;

import dev.wit4j.keyvalue.bucket.RefusedException;
import java.util.function.Supplier;
import wit.wasi.keyvalue.wasi_cloud_error.Error;
import wit.wasi.keyvalue.wasi_cloud_error.ErrorException;

/** An error that is no more than its trace. */
record TraceError(String trace) implements Error {
    /** The answer of {@code request}, a refusal as the declared error. */
    static <T> T orError(Supplier<T> request) {
        try {
            return request.get();
        } catch (RefusedException e) {
            throw exception(e);
        }
    }

    /** Makes {@code request}, a refusal being the declared error. */
    static void orError(Runnable request) {
        try {
            request.run();
        } catch (RefusedException e) {
            throw exception(e);
        }
    }

    private static ErrorException exception(RefusedException e) {
        return new ErrorException(new TraceError(e.refusal().message()));
    }

    @Override
    public String toString() {
        return trace;
    }

    @Override
    public void close() {
        // There is nothing to give back.
    }
}

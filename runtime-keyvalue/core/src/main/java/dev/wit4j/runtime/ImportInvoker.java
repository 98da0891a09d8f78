package dev.wit4j.runtime;

import dev.wit4j.Bytes;
import dev.wit4j.ErrorResultException;
import dev.wit4j.Resource;
import dev.wit4j.Trap;
import dev.wit4j.Unit;
import dev.wit4j.component.Boundary;
import dev.wit4j.component.Crossing;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.Invoker;
import dev.wit4j.component.ResourceType;
import dev.wit4j.format.BinaryWriter;
import dev.wit4j.format.HandleEncoder;
import dev.wit4j.journal.Effect;
import dev.wit4j.journal.Invocation;
import dev.wit4j.journal.Outcome;
import dev.wit4j.journal.StorageException;
import dev.wit4j.journal.WorkerId;
import dev.wit4j.runtime.entry.Answer;
import dev.wit4j.runtime.entry.CallIdentity;
import dev.wit4j.runtime.entry.Entry;
import dev.wit4j.runtime.entry.EntryFormat;
import dev.wit4j.runtime.entry.EntryFormatException;
import dev.wit4j.runtime.entry.Hash;
import dev.wit4j.runtime.entry.Request;
import dev.wit4j.value.TypeInfo;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What an instance calls one imported item by. A call that is recorded is answered from the record, after function and
 * arguments have been compared with it; a new one is made and recorded, as its {@link HostFunctions.Behaviour} says.
 */
final class ImportInvoker implements Invoker {
    private final String item;
    private final Object implementation;
    private final InstanceContext instance;
    private final HostImplementations hosts;
    private final Boundary.Invokers invokers;

    /**
     * An invoker.
     *
     * @param item the imported item
     * @param implementation the host's implementation of it
     * @param instance whose calls these are
     */
    ImportInvoker(String item, Object implementation, InstanceContext instance) {
        this.item = item;
        this.implementation = implementation;
        this.instance = instance;
        this.hosts = instance.hosts();
        this.invokers = new Boundary.Invokers(this, this::callGuest);
    }

    /** What the methods of resources are called by that the host gives the guest itself, in the arguments of an export. */
    static ImportInvoker ofResources(InstanceContext instance) {
        return new ImportInvoker("", "no interface: a method is called on its resource", instance);
    }

    @Override
    public @Nullable Object invoke(FunctionType function, Object... arguments) {
        Guard guard = instance.guard();
        guard.enter(function);
        try (Crossing crossing = instance.boundary().toHost(function, arguments, invokers)) {
            return new Call(function, arguments, crossing).answer();
        } catch (InDoubtException | InvocationFailedException e) {
            throw e;
        } catch (ErrorResultException e) {
            if (function.declares(e)) {
                throw e;
            }
            throw guard.fail(e);
        } catch (Throwable e) {
            throw guard.fail(e);
        } finally {
            guard.leave();
        }
    }

    /** The host calls a resource that the guest gave it for the call that runs: a stream, say. */
    private @Nullable Object callGuest(FunctionType function, Object... arguments) {
        try (Crossing crossing = instance.boundary().toGuest(function, arguments, invokers)) {
            return crossing.result(function.callOn(this, crossing.arguments()));
        }
    }

    /** One call. */
    private final class Call {
        private final FunctionType function;
        private final Object[] guestArguments;
        private final Crossing crossing;
        private Object[] arguments;
        private final Transcript transcript = instance.transcript();
        private final Writing writing = instance.writing();

        Call(FunctionType function, Object[] guestArguments, Crossing crossing) {
            this.function = function;
            this.guestArguments = guestArguments;
            this.crossing = crossing;
            this.arguments = crossing.arguments();
        }

        @Nullable
        Object answer() {
            HostFunctions.Behaviour behaviour = behaviour();
            if (behaviour instanceof HostFunctions.Behaviour.Local) {
                return toGuest(this::callHost);
            }
            if (!instance.runs()) {
                throw new Trap(function + " was called while the instance was made: its answer would be part of no"
                        + " invocation. Call it when you are called");
            }
            arguments = DrainedStreams.of(function, arguments);
            CallIdentity identity = new CallIdentity(
                    function.hasSelf() ? function.toString() : item + "#" + function.name(),
                    function.fingerprint(),
                    Hash.of(Encoding.identity(function, guestArguments, arguments, this::number, hosts::save)));
            return transcript.live() ? live(identity, behaviour) : recorded(identity, behaviour);
        }

        /** What only the runtime throws as an answer is none when the host throws it: it has called a worker itself, say. */
        private @Nullable Object callHost() {
            try {
                return function.callOn(implementation, arguments);
            } catch (InDoubtException | InvocationFailedException e) {
                throw new IllegalStateException("the host of " + function + " failed: " + e.getMessage(), e);
            }
        }

        private HostFunctions.Behaviour behaviour() {
            HostFunctions.Behaviour behaviour = hosts.behaviour(function);
            return behaviour instanceof HostFunctions.Behaviour.OfSelf ofSelf
                    ? ofSelf.choice().apply(arguments[0])
                    : behaviour;
        }

        private @Nullable Object live(CallIdentity identity, HostFunctions.Behaviour behaviour) {
            refuseLost();
            if (behaviour instanceof HostFunctions.Behaviour.Read) {
                return call(answer -> new Entry.Read(identity, answer));
            }
            if (behaviour instanceof HostFunctions.Behaviour.Write) {
                return write(identity);
            }
            if (behaviour instanceof HostFunctions.Behaviour.OfWorker other) {
                return callWorker(identity, other);
            }
            transcript.commit(new Entry.Begun(identity), Effect.NONE);
            transcript.sync();
            return call(Entry.Answered::new);
        }

        /** Answers from the record; what is recorded of a call that was interrupted goes on live. */
        private @Nullable Object recorded(CallIdentity identity, HostFunctions.Behaviour behaviour) {
            Optional<Recorded> next = transcript.take();
            if (next.isEmpty()) {
                throw divergence(transcript.index(), "the end of the invocation", inWords(identity));
            }
            Recorded recorded = next.get();
            if (recorded.entry() instanceof Entry.Read read) {
                compare(recorded, read.call(), identity);
                AnswerObserver observer = behaviour instanceof HostFunctions.Behaviour.Read known
                        ? known.observer()
                        : AnswerObserver.NONE;
                return decode(read.answer(), observer);
            }
            if (recorded.entry() instanceof Entry.Write write) {
                compare(recorded, write.call(), identity);
                if (behaviour instanceof HostFunctions.Behaviour.Write) {
                    return written(recorded);
                }
                throw divergence(
                        recorded.index(),
                        "a write, " + write.call().function(),
                        "the same, which is no write any more");
            }
            if (recorded.entry() instanceof Entry.Begun begun) {
                compare(recorded, begun.call(), identity);
                return begun(recorded.index(), behaviour);
            }
            throw new EntryFormatException(
                    "damaged journal, entry " + recorded.index() + ": the answer of a call that never began");
        }

        private @Nullable Object begun(long index, HostFunctions.Behaviour behaviour) {
            if (!transcript.live()) {
                Entry answer = transcript.take().map(Recorded::entry).orElse(null);
                if (answer instanceof Entry.Answered answered) {
                    return answered(index, behaviour, answered.answer());
                }
                if (answer instanceof Entry.InDoubt) {
                    throw new InDoubtException(function.toString());
                }
                throw new EntryFormatException(
                        "damaged journal, entry " + index + ": a call that has no answer, and something behind it");
            }
            if (behaviour instanceof HostFunctions.Behaviour.OfWorker other) {
                return await(other, new Invocation(instance.derivedKey(index), request(other)));
            }
            if (behaviour instanceof HostFunctions.Behaviour.AtMostOnce) {
                transcript.add(new Entry.InDoubt());
                throw new InDoubtException(function.toString());
            }
            return call(Entry.Answered::new);
        }

        private @Nullable Object answered(long index, HostFunctions.Behaviour behaviour, Answer answer) {
            if (behaviour instanceof HostFunctions.Behaviour.OfWorker other) {
                return answer(other, answer);
            }
            if (answer instanceof Answer.Failed) {
                throw divergence(
                        index, "a call of another worker by " + function, "the same, which calls no worker any more");
            }
            return decode(answer);
        }

        /** Calls the host, and keeps its answer to be committed with what follows. */
        private @Nullable Object call(Function<Answer, Entry> entry) {
            try {
                Object result = callHost();
                transcript.add(entry.apply(new Answer.Ok(Encoding.value(function.result(), result, hosts::save))));
                return crossing.result(result);
            } catch (ErrorResultException e) {
                transcript.add(entry.apply(error(e)));
                throw toGuest(e);
            }
        }

        /** A host cannot use the stand-in for a resource of its own that it could not save. */
        private void refuseLost() {
            for (Object argument : arguments) {
                if (argument instanceof Resource resource && ResourceType.isLost(resource)) {
                    throw new Trap(function + ": a resource that it was called with was lost when the instance was made"
                            + " again, because its host cannot save what is in it");
                }
            }
        }

        /** Calls the host, which writes once, or answers without. */
        private @Nullable Object write(CallIdentity identity) {
            writing.begin(effect -> transcript.commit(new Entry.Write(identity), effect.get()));
            try {
                Object result = callHost();
                if (!writing.end()) {
                    transcript.add(new Entry.Read(
                            identity, new Answer.Ok(Encoding.value(function.result(), result, hosts::save))));
                }
                return crossing.result(result);
            } catch (ErrorResultException e) {
                if (!writing.end()) {
                    transcript.add(new Entry.Read(identity, error(e)));
                }
                throw toGuest(e);
            }
        }

        /** Calls the host once more, which is given the recorded outcome in place of a write. */
        private @Nullable Object written(Recorded recorded) {
            writing.begin(effect -> recorded.outcome());
            try {
                Object result = toGuest(this::callHost);
                checkWritten(recorded);
                return result;
            } catch (ErrorResultException e) {
                checkWritten(recorded);
                throw e;
            }
        }

        private void checkWritten(Recorded recorded) {
            if (!writing.end()) {
                throw divergence(
                        recorded.index(), "a write, " + function, "the same, whose host writes nothing any more");
            }
        }

        private @Nullable Object callWorker(CallIdentity identity, HostFunctions.Behaviour.OfWorker other) {
            if (instance.callers().contains(other.worker())) {
                throw new Trap("worker " + instance.worker() + " calls worker " + other.worker()
                        + ", whose own call led here: both would wait for ever");
            }
            Optional<String> circle = instance.remote().circle(instance.worker(), other.worker());
            if (circle.isPresent()) {
                transcript.add(new Entry.Begun(identity));
                return answered(other, new Answer.Failed(circle.get()));
            }
            Invocation invocation = new Invocation(instance.derivedKey(transcript.index()), request(other));
            Outcome outcome =
                    transcript.commit(new Entry.Begun(identity), new Effect.Enqueue(other.worker(), invocation));
            checkTaken(other.worker(), invocation, outcome);
            return await(other, invocation);
        }

        /**
         * A call that the store gave up has begun all the same: who is brought back then asks for its answer, and so makes it.
         *
         * @throws StorageException if the store did not take the call
         */
        private void checkTaken(WorkerId other, Invocation invocation, Outcome outcome) {
            if (outcome.equals(new Outcome.Refused(Outcome.Reason.CONFLICT))) {
                throw new WorkerStoppedException(
                        instance.worker(),
                        "worker " + other + " knows the key " + invocation.key()
                                + " for another call: one of the two has lost history");
            }
            if (!outcome.equals(Outcome.DONE)) {
                throw new StorageException("worker " + instance.worker() + " calls worker " + other
                        + ", but the store does not take the call: "
                        + (outcome instanceof Outcome.Failed failed ? failed.message() : outcome));
            }
        }

        private @Nullable Object await(HostFunctions.Behaviour.OfWorker other, Invocation invocation) {
            return answered(other, instance.remote().await(instance.worker(), other.worker(), invocation));
        }

        private @Nullable Object answered(HostFunctions.Behaviour.OfWorker other, Answer answer) {
            transcript.add(new Entry.Answered(answer));
            return answer(other, answer);
        }

        /** What the guest gets of the answer of another worker, recorded or new. */
        private @Nullable Object answer(HostFunctions.Behaviour.OfWorker other, Answer answer) {
            if (answer instanceof Answer.Failed failed) {
                throw new InvocationFailedException(other.worker(), failed.message());
            }
            return decode(answer);
        }

        private Bytes request(HostFunctions.Behaviour.OfWorker other) {
            return EntryFormat.encode(new Request(
                    other.item(),
                    function.name(),
                    function.fingerprint(),
                    Encoding.arguments(function, guestArguments, HandleEncoder.NONE),
                    instance.callers()));
        }

        private @Nullable Object decode(Answer answer) {
            return decode(answer, AnswerObserver.NONE);
        }

        private @Nullable Object decode(Answer answer, AnswerObserver observer) {
            if (answer instanceof Answer.Ok ok) {
                Object result = Encoding.value(function.result(), ok.value(), hosts::load, null);
                observer.answered(arguments, result);
                return crossing.result(result);
            }
            if (answer instanceof Answer.Err err && function.failure().isPresent()) {
                FunctionType.Failure failure = function.failure().get();
                Object error = Encoding.value(failure.codec(), err.value(), hosts::load, Unit.VALUE);
                throw toGuest(failure.exception().apply(Objects.requireNonNull(error)));
            }
            throw new EntryFormatException("damaged journal: an error of " + function
                    + ", which has none, or a failure, which is no answer of it");
        }

        private Answer error(ErrorResultException e) {
            if (!function.declares(e)) {
                throw e;
            }
            return new Answer.Err(
                    Encoding.value(function.failure().orElseThrow().codec(), e.error(), hosts::save));
        }

        private @Nullable Object toGuest(Supplier<@Nullable Object> answer) {
            try {
                return crossing.result(answer.get());
            } catch (ErrorResultException e) {
                throw toGuest(e);
            }
        }

        private ErrorResultException toGuest(ErrorResultException e) {
            return function.declares(e) ? HostError.explain(crossing.error(e), e) : e;
        }

        /** A handle among the arguments is its number. */
        private void number(BinaryWriter out, TypeInfo.Reference type, Resource resource) {
            out.u32(instance.boundary().number(resource));
        }

        private void compare(Recorded recorded, CallIdentity expected, CallIdentity came) {
            if (!expected.equals(came)) {
                throw divergence(recorded.index(), describe(expected, came), inWords(came));
            }
        }

        private DivergenceTrap divergence(long index, String expected, String came) {
            return new DivergenceTrap(instance.worker(), index, expected, came);
        }

        /** A recorded call, of which only the hash of its arguments is known, by what tells it from {@code other}. */
        private String describe(CallIdentity call, CallIdentity other) {
            if (!call.function().equals(other.function())) {
                return call.function();
            }
            return call.fingerprint() != other.fingerprint()
                    ? call.function() + " with another signature, of fingerprint "
                            + Long.toHexString(call.fingerprint())
                    : call.function() + " with other arguments, of hash " + call.arguments();
        }

        /** This call, with its arguments. */
        private String inWords(CallIdentity identity) {
            return CallText.of(identity.function(), function, guestArguments, instance.boundary()::number);
        }
    }
}

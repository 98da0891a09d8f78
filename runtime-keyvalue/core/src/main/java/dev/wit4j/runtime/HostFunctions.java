package dev.wit4j.runtime;

import dev.wit4j.Resource;
import dev.wit4j.component.FunctionType;
import dev.wit4j.component.InterfaceType;
import dev.wit4j.component.ResourceType;
import dev.wit4j.journal.WorkerId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a host implements, and how each of its functions stands to the journal:
 *
 * <ul>
 *   <li><i>local</i>: touches nothing but resources of this instance, and is run again on replay;
 *   <li><i>read</i>: asks the world; its answer is journaled, and on replay it is not called;
 *   <li><i>write</i>: changes the world by an {@link dev.wit4j.journal.Effect}; see {@link HostContext#write};
 *   <li><i>repeatable</i> and <i>at most once</i>: changes something outside the store, which no commit can include. An
 *       interrupted call is made again, or reported as in doubt;
 *   <li><i>of a worker</i>: is made by another worker, once, whatever happens to either of the two.
 * </ul>
 *
 * A drop is local unless something else is said. A function that nothing is said about is <i>at most once</i>.
 *
 * <p>Of several that implement an interface, the first alone counts: its functions stand to the journal as that one says, and its
 * resources are saved by it, or not at all. For an interface that has nothing but methods of resources, which needs no
 * implementation, it is the first that says something about it.
 */
public final class HostFunctions {
    /** How a function stands to the journal. */
    public sealed interface Behaviour {
        /** Run again on replay. */
        record Local() implements Behaviour {}

        /**
         * Answered from the journal on replay.
         *
         * @param observer hears of those answers
         */
        record Read(AnswerObserver observer) implements Behaviour {}

        /** An effect on the store, committed with the entry: see {@link HostContext#write}. */
        record Write() implements Behaviour {}

        /** An effect elsewhere that may be made again when its outcome is unknown. */
        record Repeatable() implements Behaviour {}

        /** An effect elsewhere that must not be made again: in doubt when its outcome is unknown. */
        record AtMostOnce() implements Behaviour {}

        /**
         * A call of another worker, which the commit puts into that worker's mailbox; the answer is then waited for.
         *
         * @param worker the other worker
         * @param item what it exports the function in
         */
        record OfWorker(WorkerId worker, String item) implements Behaviour {}

        /**
         * As the resource says that a method or drop is called on, which must say the same on replay.
         *
         * @param choice given the resource
         */
        record OfSelf(Function<Object, Behaviour> choice) implements Behaviour {}
    }

    private final Map<String, Object> targets;
    private final Map<String, Behaviour> behaviours;
    private final Map<String, ResourceContent<?>> contents;

    private HostFunctions(Builder builder) {
        targets = Map.copyOf(builder.targets);
        behaviours = Map.copyOf(builder.behaviours);
        contents = Map.copyOf(builder.contents);
    }

    /** Nothing is implemented yet. */
    public static Builder builder() {
        return new Builder();
    }

    /** The implementation of the interface of that full name, if it is implemented here. */
    public Optional<Object> target(String interfaceName) {
        return Optional.ofNullable(targets.get(interfaceName));
    }

    /** How {@code function} stands to the journal, if something is said about it here. */
    public Optional<Behaviour> behaviour(FunctionType function) {
        return Optional.ofNullable(behaviours.get(function.toString()));
    }

    /** How the content of a resource is saved, if it can be; by the full name of the resource. */
    public Optional<ResourceContent<?>> content(String resource) {
        return Optional.ofNullable(contents.get(resource));
    }

    /** Collects implementations; not safe for use by several threads. */
    public static final class Builder {
        private final Map<String, Object> targets = new HashMap<>();
        private final Map<String, Behaviour> behaviours = new HashMap<>();
        private final Map<String, ResourceContent<?>> contents = new HashMap<>();

        private Builder() {}

        /** {@code implementation} implements the interface of {@code type}: an instance of its generated Java interface. */
        public Builder implement(InterfaceType type, Object implementation) {
            targets.put(type.name(), implementation);
            return this;
        }

        /** {@code worker}, which exports {@code item}, implements the interface of {@code type}: its functions are calls of it. */
        public Builder worker(InterfaceType type, WorkerId worker, String item) {
            targets.put(type.name(), worker);
            type.functions().forEach(function -> behave(new Behaviour.OfWorker(worker, item), function));
            return this;
        }

        /** {@code functions} are local. */
        public Builder local(FunctionType... functions) {
            return behave(new Behaviour.Local(), functions);
        }

        /** All functions of {@code type} are local. */
        public Builder local(InterfaceType type) {
            return local(type.functions().toArray(FunctionType[]::new));
        }

        /** {@code functions} are reads. */
        public Builder read(FunctionType... functions) {
            return behave(new Behaviour.Read(AnswerObserver.NONE), functions);
        }

        /** {@code function} is a read; {@code observer} hears of its answers on replay. */
        public Builder read(FunctionType function, AnswerObserver observer) {
            return behave(new Behaviour.Read(observer), function);
        }

        /** {@code functions} are writes. */
        public Builder write(FunctionType... functions) {
            return behave(new Behaviour.Write(), functions);
        }

        /** {@code functions} may be made again. */
        public Builder repeatable(FunctionType... functions) {
            return behave(new Behaviour.Repeatable(), functions);
        }

        /** {@code functions} must not be made again. */
        public Builder atMostOnce(FunctionType... functions) {
            return behave(new Behaviour.AtMostOnce(), functions);
        }

        /** {@code function}, a method or a drop, is what the resource says that it is called on. */
        public Builder ofSelf(FunctionType function, Function<Object, Behaviour> choice) {
            return behave(new Behaviour.OfSelf(choice), function);
        }

        /**
         * The content of resources of {@code type} is saved and loaded by {@code content}. A resource that a read returned and
         * nobody can save is lost when the instance is made again: what reads it answered stays answered, everything else
         * traps.
         */
        public <R extends Resource> Builder content(ResourceType<R> type, ResourceContent<R> content) {
            contents.put(type.name(), content);
            return this;
        }

        /** All that was said. */
        public HostFunctions build() {
            return new HostFunctions(this);
        }

        private Builder behave(Behaviour behaviour, FunctionType... functions) {
            for (FunctionType function : functions) {
                behaviours.put(function.toString(), behaviour);
            }
            return this;
        }
    }
}

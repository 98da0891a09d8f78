package dev.wit4j.component;

import dev.wit4j.Resource;
import dev.wit4j.Trap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * One way across a boundary, for the values of one call: replaces what the sender has of a resource by what the receiver gets.
 */
final class Passage implements HandleMapper {
    private final Boundary boundary;
    private final FunctionType function;
    private final HandleTable heldBySender;
    private final HandleTable heldByReceiver;
    private final Predicate<ResourceType<?>> implementedBySender;
    private final Invoker receiversInvoker;
    private final List<HandleTable.Entry> lent = new ArrayList<>();
    private final List<HandleTable.Entry> borrowed = new ArrayList<>();

    Passage(
            Boundary boundary,
            FunctionType function,
            HandleTable heldBySender,
            HandleTable heldByReceiver,
            Predicate<ResourceType<?>> implementedBySender,
            Invoker receiversInvoker) {
        this.boundary = boundary;
        this.function = function;
        this.heldBySender = heldBySender;
        this.heldByReceiver = heldByReceiver;
        this.implementedBySender = implementedBySender;
        this.receiversInvoker = receiversInvoker;
    }

    @Override
    public Resource map(HandleCodec<?> codec, Resource resource) {
        Optional<BoundaryHandle> handle = handle(resource);
        ResourceType<?> type = codec.resource();
        boolean isSenders = type.isReadableEnd() ? handle.isEmpty() : implementedBySender.test(type);
        return isSenders ? hand(codec, resource, handle) : back(codec, resource, handle);
    }

    /** The handle of a proxy that was made for one of the sides of this boundary. */
    private Optional<BoundaryHandle> handle(Resource resource) {
        return resource instanceof Proxy proxy && proxy.handle() instanceof BoundaryHandle handle
                ? Optional.of(handle)
                : Optional.empty();
    }

    /** The sender's own object goes over: the receiver gets a proxy over a new handle. */
    private Resource hand(HandleCodec<?> codec, Resource object, Optional<BoundaryHandle> handle) {
        ResourceType<?> type = codec.resource();
        if (handle.isPresent() && isOfThisBoundary(handle.get())) {
            throw trap("a " + type + " of the other side was given where the giver implements the resource itself");
        }
        HandleTable.Entry entry;
        if (codec.own()) {
            entry = heldByReceiver
                    .own(type, object)
                    .orElseThrow(() -> trap("the same " + type + " was given away twice; make a new one each time"));
        } else {
            entry = heldByReceiver.borrow(type, object, function);
            borrowed.add(entry);
        }
        return type.proxy(new BoundaryHandle(heldByReceiver, entry, receiversInvoker));
    }

    /** A proxy comes home: the receiver gets its own object. */
    private Resource back(HandleCodec<?> codec, Resource resource, Optional<BoundaryHandle> handle) {
        ResourceType<?> type = codec.resource();
        HandleTable.Entry entry = handle.filter(it -> it.table() == heldBySender)
                .map(BoundaryHandle::entry)
                .orElseThrow(() -> trap(notAHandle(type, resource, handle)));
        if (!entry.type().isSame(type)) {
            throw trap("a handle to a " + entry.type() + " was given for a " + type);
        }
        if (entry.state() != HandleTable.State.OPEN) {
            throw trap("the " + type + " " + became(entry));
        }
        if (!codec.own()) {
            entry.lend();
            lent.add(entry);
        } else if (!entry.own()) {
            throw trap("a borrowed " + type + " cannot be given away or dropped");
        } else if (entry.lent()) {
            throw trap("the " + type + " cannot be given away or dropped while a call has borrowed it");
        } else {
            boolean drop = function.kind() == FunctionType.Kind.DROP;
            heldBySender.remove(entry, drop ? HandleTable.State.CLOSED : HandleTable.State.MOVED, function);
        }
        return entry.object();
    }

    private String notAHandle(ResourceType<?> type, Resource resource, Optional<BoundaryHandle> handle) {
        if (handle.isEmpty()) {
            return "an object of " + resource.getClass().getName() + " was given where a handle to a " + type
                    + " is expected, which only the interface that declares it gives out";
        }
        return isOfThisBoundary(handle.get())
                ? "the giver's own " + type + " was given where one of the receiver's is expected"
                : "the " + type + " belongs to another instance";
    }

    private static String became(HandleTable.Entry entry) {
        String reason = entry.reason().map(FunctionType::toString).orElse("");
        return switch (entry.state()) {
            case MOVED -> "was given away in a call of " + reason;
            case ENDED -> "was borrowed for a call of " + reason + " that is over";
            case CLOSED, OPEN -> "was closed";
        };
    }

    private boolean isOfThisBoundary(BoundaryHandle handle) {
        return handle.table() == heldBySender || handle.table() == heldByReceiver;
    }

    private Trap trap(String problem) {
        return new Trap(boundary.name() + ": " + function + ": " + problem);
    }

    /** The call is over: what was lent may be moved again, what was borrowed is no more. */
    void end() {
        lent.forEach(HandleTable.Entry::giveBack);
        lent.clear();
        for (HandleTable.Entry entry : borrowed) {
            if (entry.state() == HandleTable.State.OPEN) {
                heldByReceiver.remove(entry, HandleTable.State.ENDED, function);
            }
        }
        borrowed.clear();
    }
}

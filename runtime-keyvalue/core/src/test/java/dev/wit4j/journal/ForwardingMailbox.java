package dev.wit4j.journal;

/** A mailbox that passes every call on; a test overrides the calls that it watches, delays or fails. */
public abstract class ForwardingMailbox implements Mailbox {
    private final Mailbox mailbox;

    /** One in front of {@code mailbox}. */
    protected ForwardingMailbox(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public State enqueue(Invocation invocation) {
        return mailbox.enqueue(invocation);
    }

    @Override
    public State state(String key) {
        return mailbox.state(key);
    }

    @Override
    public Waiting pending(long bytes) {
        return mailbox.pending(bytes);
    }

    @Override
    public void sync() {
        mailbox.sync();
    }
}

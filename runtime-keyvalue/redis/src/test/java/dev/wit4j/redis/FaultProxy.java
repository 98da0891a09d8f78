package dev.wit4j.redis;

import dev.wit4j.redis.FaultPlan.Fault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Stands between clients and a server, and does to their requests what the plan says. A replica that comes this way to its master is
 * let through.
 */
final class FaultProxy implements AutoCloseable {
    private static final Pattern REPLICA = Pattern.compile("\r\n(PING|REPLCONF|PSYNC)\r\n");

    private final FaultPlan plan;
    private final ServerSocket listener;
    private volatile int target;

    FaultProxy(FaultPlan plan) {
        this.plan = plan;
        try {
            listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        daemon(this::accept);
    }

    int port() {
        return listener.getLocalPort();
    }

    /** What a client of one server connects to. */
    URI uri() {
        return URI.create("redis://127.0.0.1:" + port());
    }

    /** Says where the server is. */
    void to(int port) {
        target = port;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket client = listener.accept();
                daemon(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
            InputStream requests = new BufferedInputStream(client.getInputStream());
            InputStream replies = new BufferedInputStream(server.getInputStream());
            boolean open = true;
            while (open) {
                byte[] request = Resp.read(requests);
                String content = new String(request, StandardCharsets.ISO_8859_1);
                Matcher replica = REPLICA.matcher(content);
                if (replica.find()) {
                    open = exchange(Fault.NONE, request, client, server, replies);
                    if (open && replica.group(1).equals("PSYNC")) {
                        daemon(() -> pass(requests, server));
                        pass(replies, client);
                    }
                } else {
                    open = request.length > 0 && exchange(plan.next(content), request, client, server, replies);
                }
            }
        } catch (IOException e) {
            // One of the two has gone: so does the other.
        }
    }

    private static void pass(InputStream from, Socket to) {
        try (to) {
            from.transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of the two has gone: so does the other.
        }
    }

    /** Whether the connection goes on. */
    private boolean exchange(Fault fault, byte[] request, Socket client, Socket server, InputStream replies)
            throws IOException {
        if (fault == Fault.CUT_BEFORE) {
            return false;
        }
        if (fault == Fault.ACT_BEFORE || fault == Fault.ACT_INSTEAD) {
            plan.act();
        }
        if (fault == Fault.ACT_INSTEAD) {
            return false;
        }
        if (fault == Fault.COME_LATE) {
            client.close();
            awaitTwoMore();
        }
        server.getOutputStream().write(request);
        byte[] reply = Resp.read(replies);
        if (fault == Fault.ACT_AFTER) {
            plan.act();
        }
        if (fault == Fault.COME_LATE) {
            plan.cameLate();
        }
        if (fault == Fault.DROP_REPLY || fault == Fault.COME_LATE || reply.length == 0) {
            return false;
        }
        if (reply[0] == '-') {
            plan.refused(new String(reply, 1, reply.length - 1, StandardCharsets.UTF_8).split(" ", 2)[0]);
        }
        client.getOutputStream().write(reply);
        return true;
    }

    private void awaitTwoMore() {
        int now = plan.requests();
        while (!plan.isLateEnough(now) && !listener.isClosed()) {
            Thread.yield();
        }
    }

    private static void daemon(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

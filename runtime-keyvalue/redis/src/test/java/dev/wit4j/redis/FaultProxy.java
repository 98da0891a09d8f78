package dev.wit4j.redis;

import dev.wit4j.redis.FaultPlan.Fault;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands between clients and a server, and does to their requests what the plan says. */
final class FaultProxy implements AutoCloseable {
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
                open = request.length > 0 && exchange(plan.next(), request, client, server, replies);
            }
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
        if (fault == Fault.ACT_BEFORE) {
            plan.act();
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

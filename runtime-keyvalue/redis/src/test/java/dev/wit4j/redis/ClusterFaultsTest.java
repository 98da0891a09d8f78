package dev.wit4j.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.wit4j.redis.FaultPlan.Fault;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol.Command;

/** Every kind of fault at every round trip of a workload whose journal and buckets are on different slots. */
@ExtendWith(FaultReport.class)
class ClusterFaultsTest {
    /** Of the faults that take longer, the default build tries one in so many. */
    private static final int PART = 18;

    @ParameterizedTest
    @EnumSource
    void acrossSlotsNothingIsLostOrDoneTwice(Workload workload) {
        FaultCampaign campaign = new FaultCampaign(workload, "a cluster");
        List<FaultProxy> proxies = proxies(campaign, 3);
        try (RedisCluster cluster = RedisCluster.startBehind(RedisBinary.preferred(), proxies)) {
            URI uri = uri(proxies);
            List<RedisServer> servers = cluster.servers();
            campaign.everywhere(uri, Fault.DROP_REPLY, "the reply is lost", () -> {}, 2);
            campaign.everywhere(uri, Fault.CUT_BEFORE, "the connection is cut", () -> {}, 4);
            campaign.everywhere(uri, Fault.COME_LATE, "the request comes late", () -> {}, 2);
            campaign.everywhere(
                    uri, Fault.ACT_BEFORE, "scripts are flushed", () -> servers.forEach(FaultsTest::flushScripts), 4);
            campaign.everywhere(
                    uri, Fault.ACT_BEFORE, "clients are killed", () -> servers.forEach(FaultsTest::killClients), 5);
            campaign.everywhere(
                    uri, Fault.ACT_AFTER, "kill -9 of a master after", servers.get(1)::killAndRestart, PART);
            campaign.everywhere(
                    uri, Fault.ACT_BEFORE, "kill -9 of a master before", servers.get(0)::killAndRestart, PART);
            assertThat(campaign.plan().refusals()).contains("NOSCRIPT");
        } finally {
            proxies.forEach(FaultProxy::close);
        }
        campaign.report();
    }

    @ParameterizedTest
    @EnumSource
    void slotsMayMoveToOtherMastersMeanwhile(Workload workload) {
        FaultCampaign campaign = new FaultCampaign(workload, "a cluster whose slots move");
        List<FaultProxy> proxies = proxies(campaign, 3);
        try (RedisCluster cluster = RedisCluster.startBehind(RedisBinary.preferred(), proxies)) {
            URI uri = uri(proxies);
            campaign.everywhere(
                    uri,
                    Fault.ACT_BEFORE,
                    "the bucket moves",
                    () -> move(campaign, cluster, workload.bucketSlot()),
                    PART);
            campaign.everywhere(
                    uri,
                    Fault.ACT_BEFORE,
                    "the worker moves",
                    () -> move(campaign, cluster, workload.workerSlot()),
                    PART);
            campaign.everywhere(
                    uri,
                    Fault.ACT_BEFORE,
                    "nobody has the bucket",
                    () -> disown(campaign, cluster, workload.bucketSlot()),
                    PART);
            campaign.everywhere(
                    uri,
                    Fault.ACT_BEFORE,
                    "nobody has the worker",
                    () -> disown(campaign, cluster, workload.workerSlot()),
                    PART);
            assertThat(campaign.plan().refusals()).contains("MOVED", "ASK", "TRYAGAIN", "CLUSTERDOWN");
        } finally {
            proxies.forEach(FaultProxy::close);
        }
        campaign.report();
    }

    /** Replicas have everything when their master is killed: what a failover loses besides is no fault of the protocol. */
    @ParameterizedTest
    @MethodSource("failingOver")
    void replicasMayTakeOverMeanwhile(Workload workload) {
        FaultCampaign campaign = new FaultCampaign(workload, "a cluster whose masters are killed for good");
        List<FaultProxy> proxies = proxies(campaign, 6);
        try (RedisCluster cluster = RedisCluster.startBehind(RedisBinary.preferred(), proxies)) {
            URI uri = uri(proxies);
            campaign.beforeEachRun(() -> bringBack(cluster));
            int step = FaultCampaign.ALL ? workload == Workload.EFFECTS ? 8 : 16 : 4 * PART;
            campaign.atEach(
                    step,
                    uri,
                    Fault.ACT_BEFORE,
                    "the bucket's master goes",
                    () -> failOver(cluster, workload.bucketSlot()));
            campaign.atEach(
                    step,
                    uri,
                    Fault.ACT_AFTER,
                    "the worker's master goes",
                    () -> failOver(cluster, workload.workerSlot()));
        } finally {
            proxies.forEach(FaultProxy::close);
        }
        campaign.report();
    }

    /** Each takes its time: the default build leaves one out. */
    private static Set<Workload> failingOver() {
        return FaultCampaign.ALL ? EnumSet.allOf(Workload.class) : EnumSet.of(Workload.EFFECTS, Workload.WATCH);
    }

    private static List<FaultProxy> proxies(FaultCampaign campaign, int count) {
        return Stream.generate(() -> new FaultProxy(campaign.plan()))
                .limit(count)
                .toList();
    }

    private static URI uri(List<FaultProxy> proxies) {
        return URI.create("redis-cluster://127.0.0.1:" + proxies.get(0).port() + ",127.0.0.1:"
                + proxies.get(1).port());
    }

    private static void move(FaultCampaign campaign, RedisCluster cluster, int slot) {
        SlotMigration migration = SlotMigration.begin(cluster, slot);
        campaign.onceRefused(migration::end);
    }

    private static void disown(FaultCampaign campaign, RedisCluster cluster, int slot) {
        RedisServer master = cluster.masterOf(slot);
        slots(master, "DELSLOTS", slot);
        campaign.onceRefused(() -> slots(master, "ADDSLOTS", slot));
    }

    private static void slots(RedisServer server, String command, int slot) {
        try (Jedis jedis = new Jedis("127.0.0.1", server.port())) {
            jedis.sendCommand(Command.CLUSTER, command, Integer.toString(slot));
        }
    }

    /** A master that was killed before comes back as a replica. */
    private static void bringBack(RedisCluster cluster) {
        cluster.servers().stream().filter(server -> !server.isRunning()).forEach(RedisServer::restart);
        cluster.awaitReplicas();
    }

    private static void failOver(RedisCluster cluster, int slot) {
        RedisServer master = cluster.masterOf(slot);
        master.awaitReplica();
        master.kill();
    }
}

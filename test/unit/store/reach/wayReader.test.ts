import assert from "node:assert/strict";
import { addressOf } from "../../../../src/core/reach/address";
import { explain } from "../../../../src/core/reach/explain";
import { hasAddress } from "../../../../src/core/reach/networkInterface";
import type { Snapshot } from "../../../../src/core/reach/snapshot";
import { WayReader } from "../../../../src/store/reach/wayReader";
import { recordedCases } from "../../core/reach/networks/recorded";
import { trapsBySubject } from "../../core/reach/traps/allTraps";
import { app, ask, cacheFar, peered } from "../../core/reach/traps/network";
import { AnsweringNetwork } from "./answeringNetwork";

const ways = [
  ...recordedCases.map(({ title, network: net, question }) => ({ title, net, question })),
  ...Object.values(trapsBySubject).flat(),
];

/** What is read with the cache, or in another way, before the way is looked at: its interface among it. */
function knownBefore(net: Snapshot, to: string): Snapshot {
  const address = addressOf(to);
  const nodes = address && net.NetworkInterfaces?.filter((each) => hasAddress(each, address));
  const NetworkInterfaces = nodes?.length === 0 ? undefined : nodes;
  const { CacheClusters, ReplicationGroups, ServerlessCaches, VpcEndpoints, NotRead } = net;
  const { ManagedPrefixLists, PrefixLists, TransitGatewayRouteTables } = net;
  return Object.fromEntries(
    Object.entries({
      ...{ CacheClusters, ReplicationGroups, ServerlessCaches, VpcEndpoints, NotRead },
      ...{ ManagedPrefixLists, PrefixLists, TransitGatewayRouteTables, NetworkInterfaces },
    }).filter(([, list]) => list !== undefined),
  );
}

/** Less is told of these, and no other verdict: what two VPCs have in common, and a peer's blocks, are not looked for. */
const withLess = [
  "13. a transit gateway's attachment carries no IPv6 by default",
  "a peer's block that its VPC has no more holds nobody",
];

describe("a way, read by what is wished for", () => {
  for (const { title, net, question } of ways) {
    it(`is told as with all of the network at hand: ${title}`, async () => {
      const network = new AnsweringNetwork(net);
      const reader = new WayReader(
        {
          aws: network,
          reads: network.reads,
          target: { profile: "dev", region: "us-west-2" },
          profileOf: () => undefined,
        },
        knownBefore(net, question.to.address),
      );
      const told = await reader.evaluate((snapshot) => explain(snapshot, question));
      const whole = explain(net, question);
      assert.equal(told.verdict, whole.verdict);
      if (!withLess.includes(title)) {
        assert.deepEqual(told, whole);
      }
      // Never a region's whole, and nothing twice.
      for (const { list, of } of network.asked) {
        const isWhole = Object.keys(of).length === 0;
        assert.ok(!isWhole || list === "Vpcs", list);
        assert.ok(Object.values(of).every((values) => values.length > 0));
      }
      const questions = network.asked.map((each) => JSON.stringify(each));
      assert.deepEqual(questions, [...new Set(questions)]);
    });
  }
});

describe("a way through another account", () => {
  const other = "222233334444";
  /** The source's VPC is another account's, in another region, as the peering connection tells. */
  const net: Snapshot = {
    ...peered(),
    VpcPeeringConnections: peered().VpcPeeringConnections?.map((each) => ({
      ...each,
      AccepterVpcInfo: { ...each.AccepterVpcInfo, OwnerId: "111122223333", Region: "us-west-2" },
      RequesterVpcInfo: { ...each.RequesterVpcInfo, OwnerId: other, Region: "eu-west-1" },
    })),
  };
  const question = ask(cacheFar, { address: app });

  async function read(profileOf: (accountId: string) => string | undefined, whole = net) {
    const network = new AnsweringNetwork(whole);
    const target = { profile: "dev", region: "us-west-2" };
    const access = { aws: network, reads: network.reads, target, accountId: "111122223333", profileOf };
    const reader = new WayReader(access, knownBefore(whole, cacheFar));
    const told = await reader.evaluate((snapshot) => explain(snapshot, question));
    return { told, reader, asked: network.asked };
  }
  const theirs = (accountId: string) => (accountId === other ? "theirs" : undefined);

  it("is read with a profile of it, in its region", async () => {
    const { told, reader, asked } = await read(theirs);
    assert.deepEqual([...reader.unreadAccounts], []);
    assert.equal(told.verdict, "reachable", JSON.stringify(told.steps, undefined, 1));
    const elsewhere = asked.filter(({ target }) => target.profile === "theirs");
    assert.deepEqual([...new Set(elsewhere.map(({ target }) => target.region))], ["eu-west-1"]);
    for (const list of ["SecurityGroupRules", "RouteTables", "NetworkAcls"]) {
      assert.ok(
        elsewhere.some((each) => each.list === list),
        list,
      );
    }
  });

  it("is not known where no profile of it is", async () => {
    const { told, reader, asked } = await read(() => undefined);
    assert.deepEqual([...reader.unreadAccounts], [["vpc-app", other]]);
    assert.equal(told.verdict, "unknown");
    assert.ok(asked.every(({ target }) => target.profile === "dev"));
    assert.ok(reader.snapshot.NotRead?.some(({ vpcId }) => vpcId === "vpc-app"));
  });

  it("is told which of its lists were refused", async () => {
    const { NetworkAcls: _, ...without } = net;
    const { told, reader } = await read(theirs, without);
    assert.equal(told.verdict, "unknown");
    const refused = new Set(reader.failures.map(({ action }) => action));
    assert.ok(refused.has("ec2:DescribeNetworkAcls"), [...refused].join());
    assert.ok(told.steps.some(({ action }) => action === "ec2:DescribeNetworkAcls"));
  });
});

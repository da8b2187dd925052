import assert from "node:assert/strict";
import { explainNodes } from "../../../../src/core/reach/explainNodes";
import type { Snapshot } from "../../../../src/core/reach/snapshot";
import { edit, eni, near } from "./traps/network";

const first = { id: "prod-0001-001", address: "10.1.2.20" };
const second = { id: "prod-0001-002", address: "10.1.2.21" };
const from = { networkInterfaceId: "eni-app" };

/** Two nodes, each with a group of its own. */
function twoNodes(secondGroup: string): Snapshot {
  const net = near();
  const groups = [{ GroupId: secondGroup }];
  return {
    ...net,
    NetworkInterfaces: [
      ...(net.NetworkInterfaces ?? []),
      eni("second", second.address, "cache", "app", { Groups: groups }),
    ],
    SecurityGroups: [...(net.SecurityGroups ?? []), { GroupId: "sg-closed", IpPermissions: [] }],
  };
}

describe("a cache of several nodes", () => {
  it("is reachable when each of its nodes is, and then all of their steps are told", () => {
    const { verdict, steps, nodes } = explainNodes(twoNodes("sg-cache"), {
      from,
      nodes: [first, second],
      ports: [6379],
    });
    assert.equal(verdict, "reachable");
    assert.deepEqual(nodes, [
      { ...first, verdict: "reachable" },
      { ...second, verdict: "reachable" },
    ]);
    assert.deepEqual([...new Set(steps.map(({ node }) => node))], [first.id, second.id]);
  });

  it("is blocked when one is, and then the steps are that one's", () => {
    const { verdict, steps, nodes } = explainNodes(twoNodes("sg-closed"), {
      from,
      nodes: [first, second],
      ports: [6379],
    });
    assert.equal(verdict, "blocked");
    assert.deepEqual(
      nodes?.map((node) => node.verdict),
      ["reachable", "blocked"],
    );
    assert.ok(steps.every(({ node }) => node === second.id));
    assert.equal(steps.find((step) => step.verdict === "blocks")?.resource, "sg-closed");
  });

  it("is not known when one is not and none is blocked; a blocked one counts for more", () => {
    const net = twoNodes("sg-of-another-account");
    const question = { from, nodes: [first, second], ports: [6379] };
    assert.equal(explainNodes(net, question).verdict, "unknown");
    const closed = edit(net, "SecurityGroups", "sg-cache", { IpPermissions: [] });
    assert.equal(explainNodes(closed, question).verdict, "blocked");
  });

  it("is blocked when one of its ports is", () => {
    const question = { from, nodes: [first], ports: [6379, 6380] };
    const { verdict, steps } = explainNodes(near(), question);
    assert.equal(verdict, "blocked");
    assert.match(steps.find((step) => step.verdict === "blocks")?.text ?? "", /6380/);
  });

  it("is not known as long as it has none", () => {
    assert.deepEqual(explainNodes(near(), { from, nodes: [], ports: [6379] }), {
      ...{ verdict: "unknown", steps: [], nodes: [] },
    });
  });
});

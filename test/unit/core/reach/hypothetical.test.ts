import assert from "node:assert/strict";
import { asSteps, conclude, type Explanation } from "../../../../src/core/reach/explanation";
import { unknown } from "../../../../src/core/reach/finding";
import { forEitherAddress, hypotheticalInterfaces } from "../../../../src/core/reach/hypothetical";

const subnet = {
  SubnetId: "subnet-1",
  VpcId: "vpc-1",
  AvailabilityZone: "us-west-2a",
  CidrBlock: "10.0.1.0/24",
  Ipv6CidrBlockAssociationSet: [
    { Ipv6CidrBlock: "2600:1f14:abc:1::/64", Ipv6CidrBlockState: { State: "associated" } },
  ],
};

describe("interfaces that are not there yet", () => {
  it("have the first and the last address that AWS gives away in the subnet", () => {
    const made = hypotheticalInterfaces(subnet, "sg-1", 4);
    assert.deepEqual(
      made.map((each) => [each.NetworkInterfaceId, each.PrivateIpAddress, each.PrivateIpAddresses?.length]),
      [
        ["sg-1 in subnet-1 (first address)", "10.0.1.4", 1],
        ["sg-1 in subnet-1 (last address)", "10.0.1.254", 1],
      ],
    );
    const [first] = made;
    assert.deepEqual(
      [first?.SubnetId, first?.VpcId, first?.AvailabilityZone, first?.Groups],
      ["subnet-1", "vpc-1", "us-west-2a", [{ GroupId: "sg-1" }]],
    );
    assert.deepEqual(
      [first?.InterfaceType, first?.SourceDestCheck, first?.Status, first?.Ipv6Addresses],
      ["interface", true, "in-use", undefined],
    );
  });

  it("have their IPv6 addresses in the short form", () => {
    assert.deepEqual(
      hypotheticalInterfaces(subnet, "sg-1", 6).map((each) => [
        each.NetworkInterfaceId,
        each.Ipv6Addresses,
        each.PrivateIpAddress,
      ]),
      [
        ["sg-1 in subnet-1 (first address)", [{ Ipv6Address: "2600:1f14:abc:1::4" }], undefined],
        [
          "sg-1 in subnet-1 (last address)",
          [{ Ipv6Address: "2600:1f14:abc:1:ffff:ffff:ffff:fffe" }],
          undefined,
        ],
      ],
    );
  });

  it("are none in a family that the subnet does not have", () => {
    const { Ipv6CidrBlockAssociationSet: _, ...fourOnly } = subnet;
    assert.deepEqual(hypotheticalInterfaces(fourOnly, "sg-1", 6), []);
  });
});

describe("the answer for either address of a subnet", () => {
  const reachable: Explanation = { ...conclude([]), verdict: "reachable" };
  const step = {
    ...asSteps("source", [unknown("acl-1", "The list says no.")])[0],
    verdict: "blocks",
  } as const;
  const blocked: Explanation = {
    ...reachable,
    verdict: "blocked",
    steps: [step as Explanation["steps"][number]],
  };

  it("is that of one where both are the same, or there is one", () => {
    assert.equal(forEitherAddress([reachable, { ...reachable }], "sg-1", "subnet-1"), reachable);
    assert.equal(forEitherAddress([blocked], "sg-1", "subnet-1"), blocked);
    assert.deepEqual(forEitherAddress([], "sg-1", "subnet-1"), conclude([]));
  });

  it("tells of the nodes of the one that something is in the way of", () => {
    const nodes = [{ id: "n-1", address: "10.0.0.1", verdict: "blocked" }] as const;
    assert.deepEqual(forEitherAddress([reachable, { ...blocked, nodes }], "sg-1", "subnet-1").nodes, nodes);
    const notKnown: Explanation = { ...reachable, verdict: "unknown" };
    assert.equal(forEitherAddress([notKnown, reachable], "sg-1", "subnet-1").verdict, "unknown");
  });

  it("is not known where they differ, and tells what is in the way of one", () => {
    for (const both of [
      [reachable, blocked],
      [blocked, reachable],
    ]) {
      const { verdict, steps, nodes } = forEitherAddress(both, "sg-1", "subnet-1");
      assert.deepEqual([verdict, nodes], ["unknown", undefined]);
      assert.deepEqual(
        steps.map((each) => [each.verdict, each.text]),
        [
          ["unknown", "Whether sg-1 in subnet-1 connects depends on the address that it gets there."],
          ["unknown", "The list says no."],
        ],
      );
    }
  });
});

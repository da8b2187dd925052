import assert from "node:assert/strict";
import { explain } from "../../../../src/core/reach/explain";
import type { Question } from "../../../../src/core/reach/question";
import { actions, type ListName, type Snapshot } from "../../../../src/core/reach/snapshot";
import {
  ask,
  cacheFar,
  cacheNear,
  near,
  office,
  onPremises,
  peered,
  transit,
  without,
} from "./traps/network";

interface Way {
  readonly title: string;
  readonly net: Snapshot;
  readonly question: Question;
  readonly met: readonly ListName[];
}

const routed: readonly ListName[] = ["NetworkInterfaces", "SecurityGroups", "NetworkAcls", "RouteTables"];

const ways: readonly Way[] = [
  { title: "in a VPC", net: near(), question: ask(cacheNear), met: [...routed, "Subnets"] },
  {
    title: "over a peering connection",
    net: peered(),
    question: ask(cacheFar),
    met: [...routed, "Subnets", "VpcPeeringConnections"],
  },
  {
    title: "over a transit gateway",
    net: transit(),
    question: ask(cacheFar),
    met: [
      ...routed,
      "Subnets",
      "TransitGatewayVpcAttachments",
      "TransitGatewayAttachments",
      "TransitGatewayRoutes",
    ],
  },
  {
    title: "by a virtual private gateway",
    net: onPremises(),
    question: ask(cacheNear, office),
    met: [...routed, "VpnGateways"],
  },
];

describe("what was refused", () => {
  for (const { title, net, question, met } of ways) {
    for (const list of met) {
      it(`is named ${title}: ${actions[list]}`, () => {
        const { verdict, steps } = explain(without(net, list), question);
        assert.equal(verdict, "unknown");
        const named = steps.filter((step) => step.verdict === "unknown").map(({ action }) => action);
        assert.ok(named.includes(actions[list]), named.join());
      });
    }

    it(`does not matter ${title} where the way does not meet it`, () => {
      const others = Object.keys(actions).filter(
        (name): name is ListName => name in net && !met.some((each) => each === name),
      );
      assert.equal(explain(without(net, ...others), question).verdict, "reachable");
    });
  }

  it("is blocked all the same where another step blocks", () => {
    const closed = { ...near(), SecurityGroups: [{ GroupId: "sg-cache" }, { GroupId: "sg-app" }] };
    for (const list of ["NetworkAcls", "RouteTables", "Subnets", "Vpcs"] as const) {
      const { verdict, steps } = explain(without(closed, list), ask(cacheNear));
      assert.equal(verdict, "blocked", list);
      assert.equal(steps.find((step) => step.verdict === "blocks")?.resource, "sg-app");
    }
  });

  it("may be a part of a list: the interfaces of a VPC in another account", () => {
    const { NetworkInterfaces = [], ...net } = peered();
    const part: Snapshot = {
      ...net,
      NetworkInterfaces: NetworkInterfaces.filter(({ VpcId }) => VpcId === "vpc-app"),
    };
    assert.equal(explain(part, ask(cacheFar)).verdict, "blocked");
    const told = { ...part, NotRead: [{ list: "NetworkInterfaces", vpcId: "vpc-cache" } as const] };
    const { verdict, steps } = explain(told, ask(cacheFar));
    assert.equal(verdict, "unknown");
    assert.equal(steps.find((step) => step.verdict === "unknown")?.action, "ec2:DescribeNetworkInterfaces");
  });

  it("leaves what is there as it is when a part of the list is missing", () => {
    const told: Snapshot = { ...peered(), NotRead: [{ list: "RouteTables", vpcId: "vpc-third" }] };
    assert.equal(explain(told, ask(cacheFar)).verdict, "reachable");
  });
});

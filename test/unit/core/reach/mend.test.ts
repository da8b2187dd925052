import assert from "node:assert/strict";
import { explain } from "../../../../src/core/reach/explain";
import type { Mend } from "../../../../src/core/reach/mend";
import type { Question } from "../../../../src/core/reach/question";
import type { Snapshot } from "../../../../src/core/reach/snapshot";
import { ask, cacheFar, cacheNear, edit, near, office, onPremises, peered, transit } from "./traps/network";

/** What would mend the first thing that blocks. */
function mendOf(net: Snapshot, question: Question): Mend | undefined {
  return explain(net, question).steps.find(({ verdict }) => verdict === "blocks")?.mend;
}

const noRoutes = (net: Snapshot, table: string) => edit(net, "RouteTables", table, { Routes: [] });

describe("the mend of what blocks", () => {
  it("is the ingress rule that the cache's group lacks", () => {
    assert.deepEqual(
      mendOf(edit(near(), "SecurityGroups", "sg-cache", { IpPermissions: [] }), ask(cacheNear)),
      {
        kind: "authorizeIngress",
        securityGroupId: "sg-cache",
        ipProtocol: "tcp",
        fromPort: 6379,
        toPort: 6379,
        cidrIp: "10.1.1.10/32",
      },
    );
  });

  it("is the egress rule that the source's group lacks", () => {
    const closed = edit(near(), "SecurityGroups", "sg-app", { IpPermissionsEgress: [] });
    assert.deepEqual(mendOf(closed, ask(cacheNear)), {
      kind: "authorizeEgress",
      securityGroupId: "sg-app",
      ipProtocol: "tcp",
      fromPort: 6379,
      toPort: 6379,
      cidrIp: "10.1.2.20/32",
    });
  });

  it("is an entry with a free number below the one that denies, and mends", () => {
    const entry = { RuleAction: "deny", Protocol: "-1", CidrBlock: "0.0.0.0/0", Egress: true };
    const closed = edit(near(), "NetworkAcls", "acl-cache", {
      Entries: [
        { ...entry, RuleNumber: 100 },
        { ...entry, RuleNumber: 99, RuleAction: "allow", CidrBlock: "10.9.0.0/16" },
        { ...entry, RuleNumber: 100, RuleAction: "allow", Egress: false },
      ],
    });
    const mend = mendOf(closed, ask(cacheNear));
    assert.deepEqual(mend, {
      kind: "createNetworkAclEntry",
      networkAclId: "acl-cache",
      egress: true,
      ruleNumber: 98,
      fromPort: 1024,
      toPort: 65_535,
      cidrBlock: "10.1.1.10/32",
    });
  });

  it("is no entry where no number is left", () => {
    const first = {
      RuleNumber: 1,
      RuleAction: "deny",
      Protocol: "-1",
      CidrBlock: "0.0.0.0/0",
      Egress: false,
    };
    assert.equal(
      mendOf(edit(near(), "NetworkAcls", "acl-cache", { Entries: [first] }), ask(cacheNear)),
      undefined,
    );
  });

  it("is a route over what joins the two VPCs, to the whole of the other one", () => {
    const there = { kind: "createRoute", routeTableId: "rtb-app", destinationCidrBlock: "10.2.0.0/16" };
    assert.deepEqual(mendOf(noRoutes(peered(), "rtb-app"), ask(cacheFar)), {
      ...there,
      vpcPeeringConnectionId: "pcx-1",
    });
    assert.deepEqual(mendOf(noRoutes(transit(), "rtb-app"), ask(cacheFar)), {
      ...there,
      transitGatewayId: "tgw-1",
    });
  });

  it("is a route back by the gateway that the source comes by", () => {
    assert.deepEqual(mendOf(noRoutes(onPremises(), "rtb-cache"), ask(cacheNear, office)), {
      kind: "createRoute",
      routeTableId: "rtb-cache",
      destinationCidrBlock: "172.16.0.5/32",
      gatewayId: "vgw-1",
    });
  });
});

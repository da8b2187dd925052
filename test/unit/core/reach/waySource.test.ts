import assert from "node:assert/strict";
import { type WaySource, waySourceGiven, waySourceText } from "../../../../src/core/reach/waySource";

const eni = "eni-0123456789abcdef0";
const instance = "i-0123456789abcdef0";
const group = "sg-0123456789abcdef0";
const subnet = "subnet-0123456789abcdef0";
const gateway = "vgw-0123456789abcdef0";

describe("where a connection is to come from", () => {
  for (const [params, source] of [
    [{}, undefined],
    [{ cacheId: "shop" }, undefined],
    [{ sourceNetworkInterfaceId: eni }, { is: "interface", id: eni }],
    [{ sourceInstanceId: instance }, { is: "instance", id: instance }],
    [{ sourceInstanceId: `m${instance}` }, { is: "instance", id: `m${instance}` }],
    [{ sourceSecurityGroupId: group }, undefined],
    [
      { sourceSecurityGroupId: group, sourceSubnetId: subnet },
      { is: "group", groupId: group, subnetId: subnet },
    ],
    [
      { sourceAddress: "10.0.0.7" },
      { is: "address", address: "10.0.0.7", subnetId: undefined, gatewayId: undefined },
    ],
    [
      { sourceAddress: "10.0.0.7", sourceSubnetId: subnet },
      { is: "address", address: "10.0.0.7", subnetId: subnet, gatewayId: undefined },
    ],
    [
      { sourceAddress: "10.0.0.7", sourceGatewayId: gateway },
      { is: "address", address: "10.0.0.7", subnetId: undefined, gatewayId: gateway },
    ],
  ] as const) {
    it(`is read from ${JSON.stringify(params)}`, () => {
      assert.deepEqual(waySourceGiven(params), { ok: true, value: source });
    });
  }

  for (const [params, field, words] of [
    [{ sourceNetworkInterfaceId: 7 }, "sourceNetworkInterfaceId", "sourceNetworkInterfaceId is to be text"],
    [
      { sourceNetworkInterfaceId: "x" },
      "sourceNetworkInterfaceId",
      "A network interface's ID is eni- and digits",
    ],
    [{ sourceInstanceId: `${instance}x` }, "sourceInstanceId", "An instance's ID is i- and digits"],
    [
      { sourceSecurityGroupId: `x${group}` },
      "sourceSecurityGroupId",
      "A security group's ID is sg- and digits",
    ],
    [{ sourceSubnetId: "net" }, "sourceSubnetId", "A subnet's ID is subnet- and digits"],
    [{ sourceGatewayId: "gw" }, "sourceGatewayId", "A gateway is vgw-…, igw-… or tgw-attach-…"],
    [{ sourceAddress: "10.0.0" }, "sourceAddress", "10.0.0 is not an IP address"],
    [{ sourceAddress: "" }, "sourceAddress", "An empty text is not an IP address"],
    [
      { sourceInstanceId: instance, sourceAddress: "10.0.0.7" },
      "sourceAddress",
      "There is one source, and sourceInstanceId names it already",
    ],
    [{ sourceSubnetId: subnet }, "sourceSubnetId", "A subnet goes with a security group, or an address"],
    [
      { sourceGatewayId: gateway },
      "sourceGatewayId",
      "A gateway goes with an address that is in no subnet of a VPC",
    ],
    [
      { sourceAddress: "10.0.0.7", sourceSubnetId: subnet, sourceGatewayId: gateway },
      "sourceGatewayId",
      "A gateway goes with an address that is in no subnet of a VPC",
    ],
  ] as const) {
    it(`is refused of ${JSON.stringify(params)}`, () => {
      const read = waySourceGiven(params);
      assert.ok(!read.ok);
      assert.equal(read.failure.field, field);
      assert.ok(read.failure.message.startsWith(words), read.failure.message);
    });
  }

  for (const [source, text] of [
    [{ is: "interface", id: eni }, eni],
    [{ is: "interface", id: eni, name: eni }, eni],
    [{ is: "interface", id: eni, name: "web" }, `web (${eni})`],
    [{ is: "instance", id: instance }, instance],
    [{ is: "group", groupId: group, subnetId: subnet }, `${group} in ${subnet}`],
    [{ is: "address", address: "10.0.0.7" }, "10.0.0.7"],
    [{ is: "address", address: "10.0.0.7", gatewayId: gateway }, `10.0.0.7 by ${gateway}`],
  ] as const satisfies readonly (readonly [WaySource, string])[]) {
    it(`is called ${text}`, () => assert.equal(waySourceText(source), text));
  }
});

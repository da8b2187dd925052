import assert from "node:assert/strict";
import { namedSources, peerText } from "../../../../src/core/reach/namedSources";
import { actions, type ListName, type Wish } from "../../../../src/core/reach/snapshot";
import { wishKey } from "../../../../src/core/reach/wish";
import { requestsFor, waysToAsk } from "../../../../src/core/reach/wishRequests";

/** What is asked for wishes, as `DescribeSubnets vpc-id=vpc-1,vpc-2`. */
function asked(list: ListName, wishes: readonly Omit<Wish, "list">[], stage = 0, snapshot = {}) {
  const all = wishes.map((wish) => ({ list, ...wish }));
  return requestsFor(snapshot, list, all, stage).map(({ request: { action, input } }) => {
    const { Filters = [], MaxResults: _, ...rest } = input;
    const parts = [
      ...Object.entries(rest).map(([name, value]) => `${name}=${value}`),
      ...Filters.map(({ Name, Values }) => `${Name}=${Values.join()}`),
    ];
    return [action, ...parts].join(" ");
  });
}

describe("what is asked for what is wished for", () => {
  for (const [list, wishes, requests] of [
    [
      "NetworkInterfaces",
      [{ id: "eni-2" }, { id: "eni-1" }, { id: "eni-2" }],
      ["network-interface-id=eni-1,eni-2"],
    ],
    ["NetworkInterfaces", [{ id: "i-1" }], ["attachment.instance-id=i-1"]],
    ["NetworkInterfaces", [{ id: "subnet-1" }], ["subnet-id=subnet-1"]],
    [
      "NetworkInterfaces",
      [
        { id: "10.0.0.2" },
        { id: "10.0.0.1" },
        { id: "10.0.0.3", vpcId: "vpc-1" },
        { id: "fd00::1", vpcId: "vpc-1" },
      ],
      [
        "addresses.private-ip-address=10.0.0.1,10.0.0.2",
        "addresses.private-ip-address=10.0.0.3 vpc-id=vpc-1",
        "ipv6-addresses.ipv6-address=fd00::1 vpc-id=vpc-1",
      ],
    ],
    ["Reservations", [{ id: "i-2" }, { id: "i-1" }], ["instance-id=i-1,i-2"]],
    ["Subnets", [{ id: "subnet-1" }, { id: "x", vpcId: "vpc-1" }], ["vpc-id=vpc-1", "subnet-id=subnet-1"]],
    ["Vpcs", [{ id: "vpc-1" }], ["vpc-id=vpc-1"]],
    ["Vpcs", [{ id: "vpc-1" }, { id: "everything" }], [""]],
    ["VpcAttributes", [{ id: "vpc-1" }, { id: "vpc-2" }], ["VpcId=vpc-1", "VpcId=vpc-2"]],
    [
      "RouteTables",
      [{ id: "subnet-1" }, { id: "vgw-1" }],
      ["association.subnet-id=subnet-1", "association.gateway-id=vgw-1"],
    ],
    ["NetworkAcls", [{ id: "subnet-1" }], ["association.subnet-id=subnet-1"]],
    ["ManagedPrefixListEntries", [{ id: "pl-1" }], ["PrefixListId=pl-1"]],
    ["VpcPeeringConnections", [{ id: "pcx-1" }], ["vpc-peering-connection-id=pcx-1"]],
    [
      "VpcPeeringConnections",
      [{ id: "vpc-1", of: "vpc-2" }, { id: "everything" }],
      ["requester-vpc-info.vpc-id=vpc-1,vpc-2 accepter-vpc-info.vpc-id=vpc-1,vpc-2", "status-code=active"],
    ],
    ["TransitGateways", [{ id: "tgw-1" }], ["transit-gateway-id=tgw-1"]],
    [
      "TransitGatewayAttachments",
      [{ id: "tgw-attach-1" }, { id: "tgw-1" }],
      ["transit-gateway-attachment-id=tgw-attach-1", "transit-gateway-id=tgw-1 resource-type=peering"],
    ],
    [
      "TransitGatewayVpcAttachments",
      [{ id: "tgw-attach-1" }, { id: "tgw-1", vpcId: "vpc-1" }],
      ["transit-gateway-attachment-id=tgw-attach-1", "transit-gateway-id=tgw-1 vpc-id=vpc-1"],
    ],
    ["TransitGatewayPeeringAttachments", [{ id: "a" }], ["transit-gateway-attachment-id=a"]],
    [
      "TransitGatewayRoutes",
      [{ id: "tgw-rtb-1", of: "10.0.0.1" }],
      ["TransitGatewayRouteTableId=tgw-rtb-1 route-search.longest-prefix-match=10.0.0.1"],
    ],
    ["VpnGateways", [{ id: "vgw-1" }], ["vpn-gateway-id=vgw-1"]],
    ["VpnConnections", [{ id: "vgw-1" }], ["vpn-gateway-id=vgw-1"]],
    ["NatGateways", [{ id: "nat-1" }], ["nat-gateway-id=nat-1"]],
    ["CacheClusters", [{ id: "x" }], []],
  ] as readonly (readonly [ListName, readonly Omit<Wish, "list">[], readonly string[]])[]) {
    it(`is one request, or few: ${list} ${wishes.map(({ id }) => id).join()}`, () => {
      const action = actions[list].slice(actions[list].indexOf(":") + 1);
      assert.deepEqual(
        asked(list, wishes),
        requests.map((each) => [action, ...(each === "" ? [] : [each])].join(" ")),
      );
    });
  }

  it("is asked in a second way where the first, which is narrower, told nothing", () => {
    assert.deepEqual(asked("SecurityGroups", [{ id: "sg-1" }]), ["DescribeSecurityGroupRules group-id=sg-1"]);
    assert.deepEqual(asked("SecurityGroups", [{ id: "sg-1" }], 1), ["DescribeSecurityGroups group-id=sg-1"]);
    const wishes = [
      { id: "subnet-1", vpcId: "vpc-1" },
      { id: "subnet-2", vpcId: "vpc-2" },
      { id: "vgw-1", vpcId: "vpc-3" },
    ];
    const mains = "association.main=true";
    assert.deepEqual(asked("RouteTables", wishes, 1), [`DescribeRouteTables vpc-id=vpc-1,vpc-2 ${mains}`]);
    const RouteTables = [
      { VpcId: "vpc-1", Associations: [{ Main: true }] },
      { VpcId: "vpc-2", Associations: [{ Main: false, SubnetId: "subnet-9" }] },
    ];
    assert.deepEqual(asked("RouteTables", wishes, 1, { RouteTables }), [
      `DescribeRouteTables vpc-id=vpc-2 ${mains}`,
    ]);
    assert.deepEqual(asked("RouteTables", wishes.slice(0, 1), 1, { RouteTables }), []);
    for (const list of Object.keys(actions).filter((name): name is ListName => name in actions)) {
      const isTwice = list === "RouteTables" || list === "SecurityGroups";
      assert.equal(waysToAsk({ list, id: "x" }), isTwice ? 2 : 1, list);
    }
  });

  it("is named by the IAM action that a refusal has to name", () => {
    const others = {
      ...{ ManagedPrefixLists: "ec2:DescribeManagedPrefixLists", PrefixLists: "ec2:DescribePrefixLists" },
      ...{ VpcEndpoints: "ec2:DescribeVpcEndpoints", SecurityGroups: "ec2:DescribeSecurityGroups" },
      ...{ SecurityGroupRules: "ec2:DescribeSecurityGroupRules", Vpcs: "ec2:DescribeVpcs" },
      ...{ TransitGatewayRouteTables: "ec2:DescribeTransitGatewayRouteTables" },
      ...{ CacheClusters: "elasticache:DescribeCacheClusters" },
      ...{ ReplicationGroups: "elasticache:DescribeReplicationGroups" },
      ...{ ServerlessCaches: "elasticache:DescribeServerlessCaches" },
    };
    assert.deepEqual({ ...actions, ...others }, actions);
  });

  it("is the same wish where all of it is the same", () => {
    const wish: Wish = { list: "Subnets", id: "a" };
    assert.equal(wishKey(wish), wishKey({ ...wish, vpcId: undefined }));
    for (const other of [{ list: "Vpcs" }, { id: "b" }, { vpcId: "c" }, { of: "c" }] as const) {
      assert.notEqual(wishKey({ ...wish, ...other }), wishKey(wish));
    }
    assert.notEqual(wishKey({ ...wish, vpcId: "c" }), wishKey({ ...wish, of: "c" }));
  });
});

describe("the sources that groups name", () => {
  const rule = (GroupId: string, id: string, more: object) => ({
    ...{ GroupId, SecurityGroupRuleId: id, IsEgress: false, IpProtocol: "tcp", FromPort: 6379, ToPort: 6379 },
    ...more,
  });
  const snapshot = {
    SecurityGroupRules: [
      rule("sg-1", "sgr-1", { CidrIpv4: "10.0.0.0/8" }),
      rule("sg-1", "sgr-2", { CidrIpv4: "10.0.0.0/8", ToPort: 6380 }),
      rule("sg-1", "sgr-3", { PrefixListId: "pl-1", FromPort: 22, ToPort: 22 }),
      rule("sg-2", "sgr-4", { ReferencedGroupInfo: { GroupId: "sg-9" } }),
      rule("sg-2", "sgr-5", { CidrIpv6: "::/0", IsEgress: true }),
      rule("sg-2", "sgr-6", { CidrIpv6: "::/0", IpProtocol: "udp" }),
      rule("sg-2", "sgr-7", { CidrIpv4: "10.0.0.0/8", IpProtocol: "-1", FromPort: -1, ToPort: -1 }),
    ],
  };
  const named = (groupIds: readonly string[], ports: readonly number[]) => {
    const { sources, unread } = namedSources(snapshot, groupIds, ports);
    return [...sources.map(({ peer, ruleIds }) => `${peerText(peer)} ${ruleIds.join()}`), ...unread];
  };

  it("are each there once, with all rules that name them on one of the ports", () => {
    assert.deepEqual(named(["sg-1", "sg-2", "sg-3"], [6379, 11_211]), [
      ...["10.0.0.0/8 sgr-1,sgr-2,sgr-7", "sg-9 sgr-4", "sg-3"],
    ]);
    assert.deepEqual(named(["sg-1"], [6380]), ["10.0.0.0/8 sgr-2"]);
    assert.deepEqual(named(["sg-1"], [22]), ["pl-1 sgr-3"]);
    assert.deepEqual(named(["sg-1"], [6381]), []);
    assert.deepEqual(named([], [6379]), []);
  });
});

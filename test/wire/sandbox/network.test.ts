import assert from "node:assert/strict";
import {
  DescribeInstancesCommand,
  DescribeNatGatewaysCommand,
  DescribeNetworkAclsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeRouteTablesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSubnetsCommand,
  DescribeTransitGatewayAttachmentsCommand,
  DescribeTransitGatewaysCommand,
  DescribeTransitGatewayVpcAttachmentsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcEndpointsCommand,
  SearchTransitGatewayRoutesCommand,
} from "@aws-sdk/client-ec2";
import { DescribeCacheSubnetGroupsCommand } from "@aws-sdk/client-elasticache";
import { sandboxForEach } from "./sandboxUnderTest";

const filter = (name: string, ...values: string[]) => ({ Filters: [{ Name: name, Values: values }] });

describe("the sandbox's network", () => {
  const under = sandboxForEach();
  const ec2 = () => under.ec2({ profile: "sandbox-vpc" });
  const named = async (name: string) => {
    const { NetworkInterfaces: [found] = [] } = await ec2().send(
      new DescribeNetworkInterfacesCommand(filter("tag:Name", name)),
    );
    return found ?? assert.fail(`There is no ${name}`);
  };

  it("has applications in subnets, with their zone, table and ACL", async () => {
    const { SubnetId = "", VpcId = "", AvailabilityZone } = await named("orders");
    const { Subnets: [subnet] = [] } = await ec2().send(
      new DescribeSubnetsCommand(filter("subnet-id", SubnetId)),
    );
    assert.equal(subnet?.CidrBlock, "10.20.7.0/24");
    assert.equal(subnet?.AvailabilityZone, AvailabilityZone);
    assert.equal(subnet?.AvailabilityZoneId, "usw2-az1");
    const { NetworkAcls: [acl] = [] } = await ec2().send(
      new DescribeNetworkAclsCommand(filter("association.subnet-id", SubnetId)),
    );
    assert.deepEqual(
      acl?.Entries?.map(({ RuleNumber, RuleAction, Egress, Protocol }) => [
        RuleNumber,
        RuleAction,
        Egress,
        Protocol,
      ]),
      [
        [90, "deny", true, "6"],
        [100, "allow", true, "-1"],
        [100, "allow", false, "-1"],
        [32_767, "deny", true, "-1"],
        [32_767, "deny", false, "-1"],
      ],
    );
    const own = await ec2().send(new DescribeRouteTablesCommand(filter("association.subnet-id", SubnetId)));
    assert.deepEqual(own.RouteTables, []);
    const { RouteTables: [main] = [] } = await ec2().send(
      new DescribeRouteTablesCommand({
        Filters: [
          { Name: "vpc-id", Values: [VpcId] },
          { Name: "association.main", Values: ["true"] },
        ],
      }),
    );
    assert.deepEqual(
      main?.Routes?.map(({ DestinationCidrBlock, GatewayId }) => [DestinationCidrBlock, GatewayId]),
      [["10.20.0.0/16", "local"]],
    );
    assert.equal(main?.Associations?.[0]?.Main, true);
  });

  it("has machines by their state and their names", async () => {
    const { Attachment } = await named("checkout");
    const { Reservations } = await ec2().send(
      new DescribeInstancesCommand(filter("instance-id", Attachment?.InstanceId ?? "")),
    );
    const [instance] = Reservations?.[0]?.Instances ?? [];
    assert.equal(instance?.State?.Name, "running");
    assert.deepEqual(instance?.Tags, [{ Key: "Name", Value: "checkout" }]);
  });

  it("has groups that let out less than everything", async () => {
    const { Groups: [group] = [] } = await named("payments");
    const { SecurityGroupRules } = await ec2().send(
      new DescribeSecurityGroupRulesCommand(filter("group-id", group?.GroupId ?? "")),
    );
    assert.deepEqual(
      SecurityGroupRules?.map(({ IsEgress, FromPort }) => [IsEgress, FromPort]),
      [[true, 443]],
    );
  });

  it("tells of a VPC whether names are looked up in it", async () => {
    for (const [name, value] of [
      ["invoices", false],
      ["checkout", true],
    ] as const) {
      const { VpcId } = await named(name);
      const answer = await ec2().send(
        new DescribeVpcAttributeCommand({ VpcId, Attribute: "enableDnsSupport" }),
      );
      assert.deepEqual(answer.EnableDnsSupport, { Value: value }, name);
    }
  });

  it("has a transit gateway, and finds the longest prefix in its tables", async () => {
    const { VpcId = "" } = await named("billing");
    const { TransitGatewayVpcAttachments: [attachment] = [] } = await ec2().send(
      new DescribeTransitGatewayVpcAttachmentsCommand(filter("vpc-id", VpcId)),
    );
    const { TransitGateways: [gateway] = [] } = await ec2().send(
      new DescribeTransitGatewaysCommand(filter("transit-gateway-id", attachment?.TransitGatewayId ?? "")),
    );
    assert.equal(gateway?.Options?.SecurityGroupReferencingSupport, "enable");
    const { TransitGatewayAttachments: [attached] = [] } = await ec2().send(
      new DescribeTransitGatewayAttachmentsCommand(
        filter("transit-gateway-attachment-id", attachment?.TransitGatewayAttachmentId ?? ""),
      ),
    );
    const { Routes } = await ec2().send(
      new SearchTransitGatewayRoutesCommand({
        TransitGatewayRouteTableId: attached?.Association?.TransitGatewayRouteTableId,
        ...filter("route-search.longest-prefix-match", "10.20.16.10"),
      }),
    );
    assert.deepEqual(
      Routes?.map(({ DestinationCidrBlock, State, Type }) => [DestinationCidrBlock, State, Type]),
      [["10.20.0.0/16", "blackhole", "static"]],
    );
  });

  it("has an endpoint for each serverless cache in a VPC, with its interfaces", async () => {
    const { VpcEndpoints = [] } = await ec2().send(
      new DescribeVpcEndpointsCommand(filter("service-name", "com.amazonaws.elasticache.serverless.*")),
    );
    assert.equal(VpcEndpoints.length, 2);
    const { NetworkInterfaces } = await ec2().send(
      new DescribeNetworkInterfacesCommand(
        filter("network-interface-id", ...(VpcEndpoints[0]?.NetworkInterfaceIds ?? [])),
      ),
    );
    assert.deepEqual(
      NetworkInterfaces?.map(({ InterfaceType }) => InterfaceType),
      ["vpc_endpoint", "vpc_endpoint"],
    );
  });

  it("tells which subnets a cache may be in", async () => {
    const answer = await under
      .elasticache({ profile: "sandbox-vpc" })
      .send(new DescribeCacheSubnetGroupsCommand({ CacheSubnetGroupName: "shop-caches" }));
    assert.deepEqual(
      answer.CacheSubnetGroups?.[0]?.Subnets?.map((each) => each.SubnetAvailabilityZone?.Name),
      ["us-west-2a", "us-west-2b"],
    );
  });

  it("has no NAT gateways, and refuses a filter that nobody knows", async () => {
    assert.deepEqual((await ec2().send(new DescribeNatGatewaysCommand({}))).NatGateways, []);
    await assert.rejects(ec2().send(new DescribeSubnetsCommand(filter("colour", "blue"))), {
      Code: "InvalidParameterValue",
    });
  });
});

import assert from "node:assert/strict";
import {
  AuthorizeSecurityGroupIngressCommand,
  type AuthorizeSecurityGroupIngressCommandInput,
  CreateManagedPrefixListCommand,
  type CreateManagedPrefixListCommandInput,
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  DeleteSecurityGroupCommand,
  DescribeManagedPrefixListsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeStaleSecurityGroupsCommand,
  DescribeVpcPeeringConnectionsCommand,
  DescribeVpcsCommand,
  type EC2Client,
  GetManagedPrefixListEntriesCommand,
  type IpPermission,
  RevokeSecurityGroupIngressCommand,
} from "@aws-sdk/client-ec2";
import { parseFault } from "../../../src/sandbox/faults";
import { refusal, sandboxForEach } from "./sandboxUnderTest";

async function groupNamed(client: EC2Client, name: string) {
  const Filters = [{ Name: "group-name", Values: [name] }];
  const { SecurityGroups = [] } = await client.send(new DescribeSecurityGroupsCommand({ Filters }));
  return SecurityGroups.at(-1) ?? assert.fail(`there is no group ${name}`);
}

const port = (sources: Partial<IpPermission>, FromPort = 6379, ToPort = FromPort): IpPermission[] => [
  { IpProtocol: "tcp", FromPort, ToPort, ...sources },
];
const from = (...blocks: string[]) => ({ IpRanges: blocks.map((CidrIp) => ({ CidrIp })) });

describe("a rule of a VPC security group in the sandbox", () => {
  const test = sandboxForEach();
  const ec2 = () => test.ec2({ profile: "sandbox-vpc" });

  async function authorize(
    more: Omit<AuthorizeSecurityGroupIngressCommandInput, "GroupId">,
    name = "sessions-cache",
  ) {
    const client = ec2();
    const { GroupId } = await groupNamed(client, name);
    return client.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, ...more }));
  }
  const permit = (IpPermissions: IpPermission[]) => refusal(authorize({ IpPermissions }));

  it("is made with its host bits cleared, a description and tags", async () => {
    const { SecurityGroupRules } = await authorize({
      IpPermissions: port({ IpRanges: [{ CidrIp: "10.1.2.3/8", Description: "For the migration" }] }),
      TagSpecifications: [{ ResourceType: "security-group-rule", Tags: [{ Key: "by", Value: "test" }] }],
    });
    const { SecurityGroupRuleId, ...rule } = SecurityGroupRules?.[0] ?? assert.fail("no rule");
    assert.equal(rule.CidrIpv4, "10.0.0.0/8");
    assert.equal(rule.Description, "For the migration");
    assert.deepEqual(rule.Tags, [{ Key: "by", Value: "test" }]);
    const ids = { SecurityGroupRuleIds: [SecurityGroupRuleId ?? ""] };
    const listed = await ec2().send(new DescribeSecurityGroupRulesCommand(ids));
    assert.deepEqual(listed.SecurityGroupRules, SecurityGroupRules);
  });

  it("is a duplicate whatever its description and the spelling of its protocol and block", async () => {
    await authorize({ IpPermissions: port(from("10.0.0.0/8")) });
    const same = port({ IpRanges: [{ CidrIp: "10.9.9.9/8", Description: "another" }] });
    assert.equal(await permit(same), "InvalidPermission.Duplicate 400");
    assert.equal(await permit([{ ...same[0], IpProtocol: "6" }]), "InvalidPermission.Duplicate 400");
    assert.equal(await permit(port(from("10.0.0.0/9", "10.1.0.0/9"))), "InvalidParameterValue 400");
  });

  it("is proved by a dry run to be permitted, and no more", async () => {
    const dry = (more = {}) => refusal(authorize({ DryRun: true, ...more }));
    assert.equal(await dry(), "DryRunOperation 412");
    test.sandbox.setFaults([parseFault("AuthorizeSecurityGroupIngress=AccessDenied")]);
    assert.equal(await dry(), "UnauthorizedOperation 403");
    test.sandbox.setFaults([parseFault("CreateTags=AccessDenied")]);
    assert.equal(await dry(), "DryRunOperation 412");
    const TagSpecifications = [
      { ResourceType: "security-group-rule" as const, Tags: [{ Key: "by", Value: "test" }] },
    ];
    assert.equal(await dry({ TagSpecifications }), "UnauthorizedOperation 403");
  });

  it("is refused where its ports, protocol, block or description are wrong", async () => {
    const wrong: IpPermission[][] = [
      port(from("10.0.0.0/8"), 70_000),
      port(from("10.0.0.0/8"), 6380, 6379),
      [{ IpProtocol: "tcp", ...from("10.0.0.0/8") }],
      [{ IpProtocol: "carrier-pigeon", ...from("10.0.0.0/8") }],
      port(from("10.0.0.0/33")),
      port(from("10.0.0.0")),
      port(from("::/0")),
      port({ Ipv6Ranges: [{ CidrIpv6: "10.0.0.0/8" }] }),
      port({ IpRanges: [{ CidrIp: "10.0.0.0/8", Description: "naïve" }] }),
    ];
    for (const permissions of wrong) {
      assert.equal(await permit(permissions), "InvalidParameterValue 400", JSON.stringify(permissions));
    }
    assert.equal(
      await permit(port({ PrefixListIds: [{ PrefixListId: "pl-0" }] })),
      "InvalidPrefixListID.NotFound 400",
    );
    assert.equal(await permit(port({})), "MissingParameter 400");
  });

  it("may be of IPv6, in the short form", async () => {
    const { SecurityGroupRules } = await authorize({
      IpPermissions: port({ Ipv6Ranges: [{ CidrIpv6: "2001:DB8:0:0:0:0:0:FFFF/112" }] }),
    });
    assert.equal(SecurityGroupRules?.[0]?.CidrIpv6, "2001:db8::/112");
  });

  it("may let in a peered account's group, named with its owner", async () => {
    const { GroupId, OwnerId } = await groupNamed(test.ec2({ profile: "sandbox-partner" }), "batch-jobs");
    assert.equal(await permit(port({ UserIdGroupPairs: [{ GroupId }] })), "InvalidGroup.NotFound 400");
    const pair = { GroupId, UserId: OwnerId };
    const { SecurityGroupRules } = await authorize({ IpPermissions: port({ UserIdGroupPairs: [pair] }) });
    const info = SecurityGroupRules?.[0]?.ReferencedGroupInfo;
    assert.equal(info?.PeeringStatus, "active");
    const { VpcPeeringConnections } = await ec2().send(new DescribeVpcPeeringConnectionsCommand({}));
    assert.equal(info?.VpcPeeringConnectionId, VpcPeeringConnections?.[0]?.VpcPeeringConnectionId);
  });

  it("may not name a group of another network or region", async () => {
    const { Vpcs } = await ec2().send(
      new DescribeVpcsCommand({ Filters: [{ Name: "is-default", Values: ["true"] }] }),
    );
    const Filters = [{ Name: "vpc-id", Values: [Vpcs?.[0]?.VpcId ?? ""] }];
    const { SecurityGroups } = await ec2().send(new DescribeSecurityGroupsCommand({ Filters }));
    const elsewhere = await groupNamed(test.ec2({ profile: "sandbox-vpc", region: "eu-west-1" }), "default");
    for (const GroupId of [SecurityGroups?.[0]?.GroupId, elsewhere.GroupId]) {
      assert.equal(await permit(port({ UserIdGroupPairs: [{ GroupId }] })), "InvalidGroup.NotFound 400");
    }
  });

  it("is one of 60 at most for each family, or none of the request's is made", async () => {
    const blocks = Array.from({ length: 58 }, (_, index) => `10.200.${index}.0/24`);
    assert.equal(await permit(port(from(...blocks))), "RulesPerSecurityGroupLimitExceeded 400");
    const { IpPermissions = [] } = await groupNamed(ec2(), "sessions-cache");
    assert.ok(IpPermissions.every(({ IpRanges = [] }) => IpRanges.length === 0));
    assert.equal(await permit(port(from(...blocks.slice(1)))), "accepted");
    assert.equal(await permit(port({ Ipv6Ranges: [{ CidrIpv6: "2001:db8::/64" }] })), "accepted");
  });

  it("is revoked by its id, once, and another when made again", async () => {
    const made = async () =>
      (await authorize({ IpPermissions: port(from("10.0.0.0/8")) })).SecurityGroupRules?.[0];
    const rule = await made();
    const input = { GroupId: rule?.GroupId, SecurityGroupRuleIds: [rule?.SecurityGroupRuleId ?? ""] };
    const revoke = () => ec2().send(new RevokeSecurityGroupIngressCommand(input));
    const { RevokedSecurityGroupRules } = await revoke();
    assert.equal(RevokedSecurityGroupRules?.[0]?.SecurityGroupRuleId, rule?.SecurityGroupRuleId);
    assert.equal(await refusal(revoke()), "InvalidSecurityGroupRuleId.NotFound 400");
    assert.notEqual((await made())?.SecurityGroupRuleId, rule?.SecurityGroupRuleId);
  });

  it("that is not there is an error to revoke, and in the default VPC only a remark", async () => {
    const revoke = async (client: EC2Client, name: string) => {
      const { GroupId } = await groupNamed(client, name);
      const IpPermissions = port(from("10.99.0.0/16"));
      return client.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions }));
    };
    assert.equal(await refusal(revoke(ec2(), "sessions-cache")), "InvalidPermission.NotFound 400");
    const { UnknownIpPermissions } = await revoke(test.ec2(), "sessions-cache");
    assert.equal(UnknownIpPermissions?.[0]?.IpRanges?.[0]?.CidrIp, "10.99.0.0/16");
  });

  it("can be tagged later", async () => {
    const { SecurityGroupRules } = await authorize({ IpPermissions: port(from("10.0.0.0/8")) });
    const id = SecurityGroupRules?.[0]?.SecurityGroupRuleId ?? "";
    await ec2().send(new CreateTagsCommand({ Resources: [id], Tags: [{ Key: "why", Value: "test" }] }));
    const Filters = [{ Name: "tag:why", Values: ["test"] }];
    const found = await ec2().send(new DescribeSecurityGroupRulesCommand({ Filters }));
    assert.deepEqual(
      found.SecurityGroupRules?.map((rule) => rule.SecurityGroupRuleId),
      [id],
    );
  });

  it("that names a group which is gone is stale", async () => {
    const { VpcId } = await groupNamed(ec2(), "shared-cache");
    const { StaleSecurityGroupSet } = await ec2().send(new DescribeStaleSecurityGroupsCommand({ VpcId }));
    assert.deepEqual(
      StaleSecurityGroupSet?.map((group) => group.GroupName),
      ["shared-cache"],
    );
    const pairs = StaleSecurityGroupSet?.[0]?.StaleIpPermissions?.[0]?.UserIdGroupPairs;
    assert.deepEqual(
      pairs?.map((pair) => pair.PeeringStatus),
      ["deleted"],
    );
  });
});

describe("the network around the sandbox's caches", () => {
  const test = sandboxForEach();
  const ec2 = () => test.ec2({ profile: "sandbox-vpc" });

  it("says how many interfaces have a group", async () => {
    const count = async (name: string) => {
      const { GroupId } = await groupNamed(ec2(), name);
      const Filters = [{ Name: "group-id", Values: [GroupId ?? ""] }];
      const found = await ec2().send(new DescribeNetworkInterfacesCommand({ Filters }));
      return found.NetworkInterfaces?.length;
    };
    assert.equal(await count("web"), 3);
    assert.equal(await count("legacy-admin"), 0);
    assert.equal(await count("page-cache"), 2);
  });

  it("has prefix lists of AWS's and of its own", async () => {
    const { PrefixLists } = await ec2().send(new DescribeManagedPrefixListsCommand({}));
    assert.deepEqual(
      PrefixLists?.map((list) => list.OwnerId),
      ["AWS", "AWS", "111122223333"],
    );
  });

  it("takes a prefix list of one's own, with its blocks in their short form", async () => {
    const create = (more: Partial<CreateManagedPrefixListCommandInput> = {}) =>
      ec2().send(
        new CreateManagedPrefixListCommand({
          PrefixListName: "ours",
          AddressFamily: "IPv4",
          MaxEntries: 2,
          Entries: [{ Cidr: "10.1.2.3/8", Description: "All of it" }, { Cidr: "0.0.0.0/0" }],
          ...more,
        }),
      );
    const { PrefixList } = await create();
    assert.deepEqual([PrefixList?.MaxEntries, PrefixList?.AddressFamily], [2, "IPv4"]);
    const { Entries } = await ec2().send(
      new GetManagedPrefixListEntriesCommand({ PrefixListId: PrefixList?.PrefixListId }),
    );
    assert.deepEqual(Entries, [{ Cidr: "10.0.0.0/8", Description: "All of it" }, { Cidr: "0.0.0.0/0" }]);
    assert.equal(await refusal(create({ MaxEntries: 1 })), "PrefixListMaxEntriesExceeded 400");
    assert.equal(await refusal(create({ AddressFamily: "IPv6" })), "InvalidParameterValue 400");
    assert.equal(await refusal(create({ PrefixListName: "com.amazonaws.x" })), "InvalidParameterValue 400");
    assert.equal(await refusal(create({ PrefixListName: undefined })), "MissingParameter 400");
  });

  it("grows and shrinks by groups", async () => {
    const { VpcId, GroupId: inUse } = await groupNamed(ec2(), "sessions-cache");
    const create = new CreateSecurityGroupCommand({ GroupName: "new", Description: "Made by a test", VpcId });
    const { GroupId } = await ec2().send(create);
    assert.equal(await refusal(ec2().send(create)), "InvalidGroup.Duplicate 400");
    const remove = (id = GroupId) => refusal(ec2().send(new DeleteSecurityGroupCommand({ GroupId: id })));
    assert.equal(await remove(inUse), "DependencyViolation 400");
    assert.equal(await remove(), "accepted");
    assert.equal(await remove(), "InvalidGroup.NotFound 400");
  });
});

describe("ICMP in the sandbox", () => {
  const test = sandboxForEach();
  const permit = async (permission: IpPermission) => {
    const client = test.ec2({ profile: "sandbox-vpc" });
    const { GroupId } = await groupNamed(client, "sessions-cache");
    const IpPermissions = [{ ...permission, ...from("10.0.0.0/8") }];
    return refusal(client.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions })));
  };

  it("has a type and a code, both of them, in their ranges", async () => {
    for (const [IpProtocol, FromPort, ToPort, answer] of [
      ["icmp", 8, -1, "accepted"],
      ["icmp", -1, -1, "accepted"],
      ["1", 8, -1, "InvalidPermission.Duplicate 400"],
      ["icmp", 3, 4, "accepted"],
      ["icmp", 8, undefined, "InvalidParameterValue 400"],
      ["icmp", undefined, undefined, "InvalidParameterValue 400"],
      ["icmp", -1, 4, "InvalidParameterValue 400"],
      ["icmp", 256, -1, "InvalidParameterValue 400"],
      ["icmpv6", undefined, undefined, "accepted"],
      ["icmpv6", -1, -1, "InvalidPermission.Duplicate 400"],
      ["58", 128, 0, "accepted"],
    ] as const) {
      assert.equal(await permit({ IpProtocol, FromPort, ToPort }), answer, `${IpProtocol} ${FromPort}`);
    }
  });
});

describe("a sandbox with many EC2 security groups", () => {
  const test = sandboxForEach({ data: { scale: 300 } });

  it("has that many more, with 60 rules each and room for some", async () => {
    const client = test.ec2({ profile: "sandbox-vpc" });
    const Filters = [{ Name: "group-name", Values: ["service-*"] }];
    const { SecurityGroups = [] } = await client.send(
      new DescribeSecurityGroupsCommand({ Filters, MaxResults: 1000 }),
    );
    assert.equal(SecurityGroups.length, 300);
    const GroupId = SecurityGroups[299]?.GroupId ?? "";
    const rules = await client.send(
      new DescribeSecurityGroupRulesCommand({ Filters: [{ Name: "group-id", Values: [GroupId] }] }),
    );
    assert.equal(rules.SecurityGroupRules?.filter((rule) => !rule.IsEgress).length, 60);
    const one = new AuthorizeSecurityGroupIngressCommand({
      GroupId,
      IpPermissions: port(from("10.0.0.0/8")),
    });
    assert.equal(await refusal(client.send(one)), "accepted");
  });
});

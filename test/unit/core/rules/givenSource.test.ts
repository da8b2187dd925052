import assert from "node:assert/strict";
import { givenSource, type SourceFields } from "../../../../src/core/rules/givenSource";

const id = "sg-0123456789abcdef0";
const arn = `arn:aws:ec2:us-west-2:222233334444:security-group/${id}`;
const group = (ownerId?: string) => ({
  kind: "securityGroup",
  groupId: id,
  ...(ownerId === undefined ? {} : { ownerId }),
});

describe("a rule's source in a caller's fields", () => {
  for (const [fields, source] of [
    [{}, undefined],
    [{ sourceSecurityGroupId: id }, group()],
    [{ sourceSecurityGroupId: id, sourceOwnerId: "2222-3333-4444" }, group("222233334444")],
    [{ sourceSecurityGroupId: `222233334444/${id}` }, group("222233334444")],
    [{ sourceSecurityGroupId: arn }, group("222233334444")],
    [{ sourceSecurityGroupId: arn, sourceOwnerId: "222233334444" }, group("222233334444")],
    [{ cidrIp: "10.0.0.0/16" }, { kind: "cidrIp", cidr: "10.0.0.0/16" }],
    [{ cidrIpv6: "2001:DB8::/32" }, { kind: "cidrIpv6", cidr: "2001:db8::/32" }],
    [{ prefixListId: "pl-01234567" }, { kind: "prefixList", prefixListId: "pl-01234567" }],
    [{ prefixListId: "pl-0123456789abcdef0" }, { kind: "prefixList", prefixListId: "pl-0123456789abcdef0" }],
  ] as const) {
    it(`is read from ${JSON.stringify(fields)}`, () => {
      assert.deepEqual(givenSource(fields, "us-west-2"), { ok: true, source });
    });
  }

  const listForm = "A prefix list's ID is pl- and 8 to 17 digits and letters a to f";
  const wrong: readonly (readonly [SourceFields, field: string, message: string])[] = [
    [
      { sourceSecurityGroupId: id, cidrIp: "10.0.0.0/16" },
      "cidrIp",
      "One source is to be given; there are sourceSecurityGroupId and cidrIp",
    ],
    [
      { cidrIp: "10.0.0.0/16", cidrIpv6: "::/0", prefixListId: "pl-01234567" },
      "cidrIpv6",
      "One source is to be given; there are cidrIp and cidrIpv6 and prefixListId",
    ],
    [
      { sourceOwnerId: "222233334444" },
      "sourceOwnerId",
      "sourceOwnerId belongs to sourceSecurityGroupId, which is missing",
    ],
    [
      { sourceOwnerId: "222233334444", cidrIp: "10.0.0.0/16" },
      "sourceOwnerId",
      "sourceOwnerId belongs to sourceSecurityGroupId, which is missing",
    ],
    [{ sourceSecurityGroupId: "" }, "sourceSecurityGroupId", "Enter the ID of a security group"],
    [
      { sourceSecurityGroupId: "web" },
      "sourceSecurityGroupId",
      "A security group's ID is sg- and 8 to 17 digits and letters a to f: sg-0123456789abcdef0",
    ],
    [
      { sourceSecurityGroupId: arn.replace("us-west-2", "eu-west-1") },
      "sourceSecurityGroupId",
      `${id} is in eu-west-1: a rule in us-west-2 cannot name it. A CIDR block can stand for it`,
    ],
    [
      { sourceSecurityGroupId: arn, sourceOwnerId: "111122223333" },
      "sourceOwnerId",
      `${arn} names another owner than 111122223333`,
    ],
    [{ cidrIp: "10.0.0.1/16" }, "cidrIp", "10.0.0.1/16 has host bits set. The block is 10.0.0.0/16"],
    [{ cidrIp: "::/0" }, "cidrIp", "::/0 is an IPv6 block: it belongs into cidrIpv6"],
    [{ cidrIpv6: "10.0.0.0/8" }, "cidrIpv6", "10.0.0.0/8 is an IPv4 block: it belongs into cidrIp"],
    ...["", "pl-0123456", "pl-0123456789abcdef01", "pl-0123456G", "xpl-01234567", "pl-01234567x"].map(
      (prefixListId) => [{ prefixListId }, "prefixListId", listForm] as const,
    ),
  ];
  for (const [fields, field, message] of wrong) {
    it(`is refused: ${JSON.stringify(fields)}`, () => {
      assert.deepEqual(givenSource(fields, "us-west-2"), { ok: false, field, message });
    });
  }

  it("may be of any region where it is not known where the rule is to be", () => {
    assert.ok(givenSource({ sourceSecurityGroupId: arn }, undefined).ok);
  });

  it("is refused with an owner that is no account number", () => {
    const given = givenSource({ sourceSecurityGroupId: id, sourceOwnerId: "12" }, "us-west-2");
    assert.ok(!given.ok);
    assert.equal(given.field, "sourceOwnerId");
    assert.match(given.message, /12/);
  });
});

import assert from "node:assert/strict";
import fc from "fast-check";
import { posixCommandLine } from "../../../../src/core/formats/cli";
import { ruleTemplate } from "../../../../src/core/formats/ruleTemplates";
import { shellWords } from "../../../../src/core/formats/shellWords";
import { givenSource } from "../../../../src/core/rules/givenSource";
import { givenTraffic } from "../../../../src/core/rules/givenTraffic";
import { ingressInput, permissionOf } from "../../../../src/core/rules/ipPermission";
import { type RuleContent, type RuleSource, ruleKey } from "../../../../src/core/rules/rule";
import { ruleApiShape } from "../../../../src/core/rules/ruleApiShape";
import { ruleParams } from "../../../../src/core/rules/ruleParams";
import { trafficOf } from "../../../../src/core/rules/traffic";
import { writtenText } from "../../../support/writtenText";

const hex = (length: number) =>
  fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: length, maxLength: length });
const account = fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 12, maxLength: 12 });
const source: fc.Arbitrary<RuleSource> = fc.oneof(
  hex(17).map((id): RuleSource => ({ kind: "securityGroup", groupId: `sg-${id}` })),
  fc
    .tuple(hex(17), account)
    .map(([id, ownerId]): RuleSource => ({ kind: "securityGroup", groupId: `sg-${id}`, ownerId })),
  fc.ipV4().map((address): RuleSource => ({ kind: "cidrIp", cidr: `${address}/32` })),
  hex(4).map((word): RuleSource => ({ kind: "cidrIpv6", cidr: `2001:db8:1${word.slice(1)}::/48` })),
  hex(17).map((id): RuleSource => ({ kind: "prefixList", prefixListId: `pl-${id}` })),
);
const range = (most: number) =>
  fc.tuple(fc.nat(most), fc.nat(most)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
const typeAndCode = fc.oneof(
  fc.constant([-1, -1] as const),
  fc.tuple(fc.nat(255), fc.integer({ min: -1, max: 255 })),
);
const traffic = fc.oneof(
  fc.tuple(fc.constantFrom("tcp", "udp", "6", "17"), range(65_535)),
  fc.tuple(fc.constantFrom("icmp", "icmpv6", "1", "58"), typeAndCode),
  fc.tuple(fc.constantFrom("-1", "50", "47", "2", "255"), fc.constant([-1, -1] as const)),
);
const description = fc.option(
  fc.string({ unit: fc.constantFrom(..."aZ0 ._-:/()#,@[]+=&;{}!$*"), minLength: 1, maxLength: 60 }),
  { nil: undefined },
);
const rule = fc.tuple(source, traffic, description).map(
  ([from, [protocol, [first, last]], words]): RuleContent => ({
    source: from,
    ...trafficOf(protocol, first, last),
    ...(words === undefined ? {} : { description: words }),
  }),
);

/** The rule as it is read from a permission that EC2 got. */
function readBack(permission: ReturnType<typeof permissionOf>): RuleContent {
  const { IpProtocol, FromPort, ToPort, UserIdGroupPairs, IpRanges, Ipv6Ranges, PrefixListIds } = permission;
  const [pair] = UserIdGroupPairs ?? [];
  const [from, words] = pair
    ? [
        { sourceSecurityGroupId: pair.GroupId, ...(pair.UserId ? { sourceOwnerId: pair.UserId } : {}) },
        pair.Description,
      ]
    : IpRanges?.[0]
      ? [{ cidrIp: IpRanges[0].CidrIp }, IpRanges[0].Description]
      : Ipv6Ranges?.[0]
        ? [{ cidrIpv6: Ipv6Ranges[0].CidrIpv6 }, Ipv6Ranges[0].Description]
        : [{ prefixListId: PrefixListIds?.[0]?.PrefixListId ?? "" }, PrefixListIds?.[0]?.Description];
  const given = givenSource(from, undefined);
  assert.ok(given.ok && given.source, JSON.stringify(permission));
  return {
    source: given.source,
    ...trafficOf(IpProtocol, FromPort, ToPort),
    ...(words === undefined ? {} : { description: words }),
  };
}

describe("a rule, whatever it says", () => {
  const holds = (check: (each: RuleContent) => void) =>
    fc.assert(fc.property(rule, check), { numRuns: 2_000, seed: 20_261_126 });

  it("comes back from the API's input as it was", () => {
    holds((each) => assert.deepEqual(readBack(permissionOf(each)), each));
  });

  it("comes back from a row's fields as it was", () => {
    holds((each) => {
      const params = ruleParams({ ...each, id: "sgr-1" });
      const from = givenSource(params, undefined);
      const what = givenTraffic(params.ipProtocol, params.fromPort, params.toPort);
      assert.ok(from.ok && from.source && what.ok);
      const again = { source: from.source, protocol: what.protocol, ...what.ports };
      assert.equal(ruleKey(again), ruleKey(each));
      assert.deepEqual(permissionOf({ ...again, ...pick(each) }), permissionOf(each));
    });
  });

  it("comes back from a copied line and a template as it was", () => {
    holds((each) => {
      const line = posixCommandLine({
        service: "ec2",
        operation: "authorize-security-group-ingress",
        input: { ...ingressInput({ groupId: "sg-1", rules: [each] }) },
        target: { profile: "dev", region: "us-west-2" },
      });
      const words = shellWords(line) ?? [];
      const input = JSON.parse(words[words.indexOf("--cli-input-json") + 1] ?? "");
      assert.deepEqual(input.IpPermissions, [permissionOf(each)]);
      const template = JSON.parse(writtenText(ruleTemplate({ groupId: "sg-1", rule: each })));
      const [resource] = Object.values<{ Properties: Record<string, number | undefined> }>(
        template.Resources,
      );
      const { FromPort, ToPort } = permissionOf(each);
      assert.deepEqual(
        [resource?.Properties["FromPort"], resource?.Properties["ToPort"]],
        [FromPort, ToPort],
      );
    });
  });

  it("is shown to callers with the numbers that EC2 shows", () => {
    holds((each) => {
      const shape = ruleApiShape({ ...each, id: "sgr-1", groupId: "sg-1", tags: {} });
      assert.deepEqual(trafficOf(shape.IpProtocol, shape.FromPort, shape.ToPort), pickTraffic(each));
    });
  });
});

const pick = ({ description: words }: RuleContent) => (words === undefined ? {} : { description: words });
const pickTraffic = ({ source: _, description: __, ...rest }: RuleContent) => rest;

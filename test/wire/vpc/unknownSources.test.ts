import assert from "node:assert/strict";
import { type Answer, ec2Result, type FakeAws, startFakeAws, xml } from "../aws/support/fakeAws";
import { makeWorld, valueIn, type World } from "../aws/support/world";

const target = { profile: "dev", region: "us-west-2" };
const groupId = "sg-0a1b2c3d4e5f60718";
const traffic = "<ipProtocol>tcp</ipProtocol><fromPort>6379</fromPort><toPort>6379</toPort>";
const rule = (id: string, source: string) =>
  `<item><securityGroupRuleId>${id}</securityGroupRuleId><groupId>${groupId}</groupId><isEgress>false</isEgress>${traffic}${source}</item>`;

const answer: Answer = ({ action }, response) => {
  const inner =
    action === "DescribeSecurityGroupRules"
      ? `<securityGroupRuleSet>${rule("sgr-1", "<cidrIpv4>10.0.0.0/8</cidrIpv4>")}${rule("sgr-2", "<serviceNetworkId>sn-1</serviceNetworkId>")}</securityGroupRuleSet>`
      : `<securityGroupInfo><item><groupId>${groupId}</groupId><groupName>web</groupName><ipPermissions><item>${traffic}<groups/><ipRanges><item><cidrIp>10.0.0.0/8</cidrIp></item></ipRanges></item><item>${traffic}<groups/><ipRanges/><serviceNetworks><item><serviceNetworkId>sn-1</serviceNetworkId></item></serviceNetworks></item></ipPermissions></item></securityGroupInfo>`;
  xml(response, ec2Result(action, inner));
};

describe("rules whose source is of a kind not known here", () => {
  let fake: FakeAws;
  let world: World;
  before(async () => {
    fake = await startFakeAws(answer);
    world = await makeWorld(
      `[profile dev]\nregion = us-west-2\nendpoint_url = ${fake.url}\n`,
      "[dev]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = secret\n",
    );
  });
  after(async () => {
    await world.close();
    await fake.close();
  });

  it("are kept, with their id and their ports", async () => {
    const rules = valueIn(await world.aws.describeVpcRules(target, [groupId]));
    assert.deepEqual(
      rules.map(({ id, source, fromPort }) => [id, source.kind, fromPort]),
      [
        ["sgr-1", "cidrIp", 6379],
        ["sgr-2", "unknown", 6379],
      ],
    );
  });

  it("are kept where only the groups may be read", async () => {
    const rules = valueIn(await world.aws.describeVpcPermissions(target, [groupId]));
    assert.deepEqual(
      rules.map(({ source }) => source.kind),
      ["cidrIp", "unknown"],
    );
  });
});

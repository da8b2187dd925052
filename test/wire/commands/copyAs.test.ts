import assert from "node:assert/strict";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { copyArn } from "../../../src/commands/copyArn";
import { copyAs } from "../../../src/commands/copyAs";
import { copyAsCli } from "../../../src/commands/copyAsCli";
import { copyName } from "../../../src/commands/copyName";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";

const target = { profile: "sandbox-classic", region: "us-west-2" };
const group = { ...target, cacheSecurityGroupName: "mygroup" };
const grant = { ...group, ec2SecurityGroupName: "it's", ec2SecurityGroupOwnerId: "565419523791" };
const input = {
  CacheSecurityGroupName: "mygroup",
  EC2SecurityGroupName: "it's",
  EC2SecurityGroupOwnerId: "565419523791",
};

describe("Copy as", () => {
  let world: CommandWorld;
  before(async () => {
    world = await CommandWorld.start();
    assert.equal((await world.run(authorizeIngress, grant)).outcome, "done");
  });
  after(() => world.close());

  const copied = async (params: object, ui = new ScriptedUi()) => {
    const result = await world.run(copyAs, { ...params }, ui);
    assert.ok(result.outcome === "done", JSON.stringify(result));
    assert.deepEqual(ui.copied, [result.value]);
    return String(result.value);
  };
  it("writes an account number as Authorize Ingress would send it", async () => {
    const result = await world.run(copyAsCli, { ...grant, ec2SecurityGroupOwnerId: "5654-1952-3791" });
    assert.ok(result.outcome === "done", JSON.stringify(result));
    assert.match(String(result.value), /"EC2SecurityGroupOwnerId":"565419523791"/);
  });

  const refusal = async (params: object) => {
    const ui = new ScriptedUi();
    const result = await world.run(copyAs, { ...params }, ui);
    assert.ok(result.outcome === "failed", JSON.stringify(result));
    assert.deepEqual(ui.copied, []);
    return result.failure;
  };

  it("writes the same line as Copy as AWS CLI", async () => {
    const ui = new ScriptedUi();
    const cli = await world.run(copyAsCli, grant, ui);
    assert.ok(cli.outcome === "done");
    assert.equal(await copied({ ...grant, format: "cli" }), cli.value);
    const line = `aws elasticache authorize-cache-security-group-ingress --cli-input-json '${JSON.stringify(input).replace("'", "'\\''")}' --region us-west-2 --endpoint-url ${world.sandbox.endpoint}`;
    assert.ok(String(cli.value).endsWith(line), String(cli.value));
  });

  it("writes the request's input for an SDK", async () => {
    assert.deepEqual(JSON.parse(await copied({ ...grant, format: "json" })), input);
    assert.deepEqual(JSON.parse(await copied({ ...group, format: "json" })), {
      CacheSecurityGroupName: "mygroup",
    });
  });

  it("writes a line for PowerShell that puts the environment back", async () => {
    const line = await copied({ ...grant, format: "powershell" });
    assert.match(line, /^& \{ .*aws elasticache authorize-cache-security-group-ingress .*\$before \} \}$/);
  });

  it("writes a grant as a CloudFormation resource, and a group with its grants", async () => {
    const { Resources } = JSON.parse(await copied({ ...grant, format: "cloudFormation" }));
    assert.deepEqual(Object.values<{ Properties: object }>(Resources)[0]?.Properties, input);
    const whole = JSON.parse(await copied({ ...group, format: "cloudFormation" }));
    assert.deepEqual(
      Object.values<{ Type: string }>(whole.Resources).map(({ Type }) => Type),
      ["AWS::ElastiCache::SecurityGroup", "AWS::ElastiCache::SecurityGroupIngress"],
    );
  });

  it("reads a group that nobody has loaded", async () => {
    const feed = { profile: "sandbox-partner", region: "us-west-2", cacheSecurityGroupName: "FEED" };
    const { Resources } = JSON.parse(await copied({ ...feed, format: "cloudFormation" }));
    assert.deepEqual(Object.keys(Resources), ["CacheSecurityGroupFeed", "CacheSecurityGroupFeedIngress1"]);
  });

  it("writes a group of the account's own as Terraform", async () => {
    const text = await copied({ ...group, cacheSecurityGroupName: "rate-limit", format: "terraform" });
    assert.match(text, /resource "aws_elasticache_security_group" "rate-limit"/);
  });

  for (const [why, params, kind] of [
    ["Terraform has no owner of another account", { ...group, format: "terraform" }, "invalidParameter"],
    ["Terraform has no grant by itself", { ...grant, format: "terraform" }, "invalidParameter"],
    ["the list of groups is no resource", { ...target, format: "cloudFormation" }, "invalidParameter"],
    [
      "there is nothing in an empty default group",
      { ...target, cacheSecurityGroupName: "default", format: "cloudFormation" },
      "invalidParameter",
    ],
    ["there is no such format", { ...group, format: "toString" }, "invalidParameter"],
    ["a format is text", { ...group, format: 3 }, "invalidParameter"],
    ["the target is missing", { format: "json" }, "invalidParameter"],
    ["there is no such profile", { ...group, profile: "nobody", format: "json" }, "credentials"],
    [
      "the group is not there",
      { ...group, cacheSecurityGroupName: "gone", format: "cloudFormation" },
      "notFound",
    ],
    [
      "CloudFormation would resolve the name",
      { ...grant, ec2SecurityGroupName: "{{resolve:ssm:x}}", format: "cloudFormation" },
      "invalidParameter",
    ],
  ] as const) {
    it(`copies nothing where ${why}`, async () => {
      assert.equal((await refusal(params)).kind, kind);
    });
  }

  it("offers only what can be said of the row", async () => {
    for (const [params, labels] of [
      [grant, ["AWS CLI", "AWS CLI for PowerShell", "SDK input", "CloudFormation"]],
      [group, ["AWS CLI", "AWS CLI for PowerShell", "SDK input", "CloudFormation", "Terraform"]],
      [target, ["AWS CLI", "AWS CLI for PowerShell", "SDK input"]],
    ] as const) {
      const ui = new ScriptedUi({ pick: "SDK input" });
      await copied(params, ui);
      assert.deepEqual(ui.asked[0]?.labels, labels);
    }
  });

  it("copies nothing at Escape", async () => {
    const ui = new ScriptedUi("escape");
    assert.equal((await world.run(copyAs, group, ui)).outcome, "cancelled");
    assert.deepEqual(ui.copied, []);
  });

  it("copies names and ARNs as the API spells them", async () => {
    const arn = "arn:aws:elasticache:us-west-2:123456781234:securitygroup:mygroup";
    for (const [command, params, text] of [
      [copyArn, group, arn],
      [copyArn, { ...group, cacheSecurityGroupName: "MyGroup" }, arn],
      [copyArn, grant, arn],
      [copyName, grant, "it's"],
      [copyName, group, "mygroup"],
      [copyName, target, "us-west-2"],
      [copyName, { profile: "sandbox-classic" }, "sandbox-classic"],
    ] as const) {
      const ui = new ScriptedUi();
      const result = await world.run(command, params, ui);
      assert.ok(result.outcome === "done" && result.value === text, JSON.stringify(result));
      assert.deepEqual(ui.copied, [text]);
    }
  });
});

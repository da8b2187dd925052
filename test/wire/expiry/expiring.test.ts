import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import { find } from "../../../src/commands/find";
import { showExpiring } from "../../../src/commands/showExpiring";
import { inMemoryProfile } from "../../../src/profiles/inMemoryProfiles";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { expiryIn, grant, hour, pagesGroup, started, vpc } from "./endsWorld";

interface Listed {
  readonly expiring: readonly {
    readonly profile: string;
    readonly cidrIp?: string;
    readonly securityGroupRuleId?: string;
    readonly ec2SecurityGroupName?: string;
    readonly isOver: boolean;
    readonly isThere: boolean;
    readonly expiry: { readonly at: string; readonly by: string };
  }[];
  readonly notRead: readonly object[];
}

describe("Show What Expires", () => {
  let world: CommandWorld;
  let securityGroupId: string;

  beforeEach(async () => {
    world = await started();
    securityGroupId = await pagesGroup(world);
  });
  afterEach(() => world.close());

  const authorize = async (cidrIp: string, expires: string) =>
    expiryIn(await world.run(authorizeVpcIngress, { ...vpc, securityGroupId, cidrIp, expires }));
  const list = async (query = "", of = world): Promise<Listed> => {
    const result = await of.run(showExpiring, { query });
    assert.equal(result.outcome, "done", JSON.stringify(result));
    return result.value as Listed;
  };
  const cidrs = ({ expiring }: Listed) =>
    expiring.map(({ cidrIp, ec2SecurityGroupName }) => cidrIp ?? ec2SecurityGroupName);

  it("lists rules and grants of all targets, the first to end first, with one request a target", async () => {
    await authorize("192.0.2.0/24", "PT5H");
    await world.run(authorizeIngress, { ...grant, expires: "PT2H" });
    await authorize("198.51.100.0/24", "PT1H");
    // What is read in the background once a rule was made.
    await world.services.state.vpc.loadFacts(vpc);
    const before = world.sandbox.requests.length;
    const all = await list();
    assert.deepEqual(cidrs(all), ["198.51.100.0/24", "default", "192.0.2.0/24"]);
    assert.deepEqual(all.notRead, []);
    assert.ok(all.expiring.every(({ isThere, isOver }) => isThere && !isOver));
    const asked = world.sandbox.requests.slice(before).map(({ action }) => action);
    assert.deepEqual([...asked].sort(), [
      "DescribeCacheSecurityGroups",
      ...Array.from({ length: world.sandbox.profiles.length }, () => "DescribeSecurityGroupRules"),
    ]);
  });

  it("finds them by their end, by an address inside a block, and by what they are", async () => {
    const { at } = await authorize("192.0.2.0/24", "P3D");
    await world.run(authorizeIngress, { ...grant, expires: "P9D" });
    assert.deepEqual(cidrs(await list(at.slice(0, 10))), ["192.0.2.0/24"]);
    assert.deepEqual(cidrs(await list("192.0.2.7 sandbox-vpc")), ["192.0.2.0/24"]);
    assert.deepEqual(cidrs(await list("mygroup")), ["default"]);
    assert.deepEqual(cidrs(await list("nothing-like-it")), []);
  });

  it("says of what has expired that it is still there, and where that is not known", async () => {
    await authorize("192.0.2.0/24", "PT1H");
    world.sandbox.advance(2 * hour);
    const [there] = (await list()).expiring;
    assert.deepEqual([there?.isOver, there?.isThere], [true, true]);
    const ui = new ScriptedUi("escape");
    await world.run(showExpiring, {}, ui);
    assert.deepEqual(ui.asked[0]?.labels.slice(0, 2), ["--- Expired", "192.0.2.0/24"]);
    assert.match(ui.asked[0]?.details[1] ?? "", /was to expire/);
    world.sandbox.setFaults([{ action: "DescribeSecurityGroupRules", code: "UnauthorizedOperation" }]);
    const unread = await list();
    assert.deepEqual([unread.expiring[0]?.isOver, unread.expiring[0]?.isThere], [true, false]);
    assert.equal(unread.notRead.length, world.sandbox.profiles.length);
    const after = new ScriptedUi("escape");
    await world.run(showExpiring, {}, after);
    assert.ok(
      after.asked[0]?.labels.some((label) => /may not do ec2:DescribeSecurityGroupRules/.test(label)),
    );
  });

  it("leaves out what is gone by now", async () => {
    await authorize("192.0.2.0/24", "PT1H");
    await world.run(authorizeIngress, { ...grant, expires: "PT2H" });
    const aws = await world.services.aws();
    await world.services.follower.whenSettled(grant, grant);
    await aws.revokeIngress(grant, grant);
    const [{ securityGroupRuleId: ruleId = "" } = {}] = (await list("192.0.2.0/24")).expiring;
    await aws.revokeVpcIngress(vpc, { groupId: securityGroupId, ruleId });
    assert.deepEqual(cidrs(await list()), []);
  });

  it("lists what was made elsewhere, by its tags alone, and asks for nothing before somebody wants it", async () => {
    await authorize("192.0.2.0/24", "PT1H");
    const folder = mkdtempSync(path.join(tmpdir(), "elsewhere-"));
    const other = CommandWorld.at(world.sandbox, world.sandbox.endpoint, folder);
    // What is read in the background once a rule was made.
    await world.services.state.vpc.loadFacts(vpc);
    const before = world.sandbox.requests.length;
    const ui = new ScriptedUi({ pick: /^Look in 3 more targets/ }, "escape");
    await other.run(showExpiring, {}, ui);
    assert.ok(ui.asked[0]?.labels.includes("Nothing is known to expire"));
    assert.ok(ui.asked[1]?.labels.includes("192.0.2.0/24"));
    assert.equal(world.sandbox.requests.length - before, 3);
    await other.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("lists once what several profiles of an account see, by the profile that made it", async () => {
    const { endpoint, region, profiles } = world.sandbox;
    const { accessKeyId, secretAccessKey } =
      profiles.find(({ name }) => name === vpc.profile) ?? assert.fail();
    const keys = { aws_access_key_id: accessKeyId, aws_secret_access_key: secretAccessKey };
    const twin = inMemoryProfile("a-twin", "sandbox", { region, endpoint_url: endpoint, ...keys });
    world.services.state.profiles.setInMemory("twin", [twin]);
    await authorize("192.0.2.0/24", "PT1H");
    const all = await list();
    assert.deepEqual([all.expiring.map(({ profile }) => profile), all.notRead], [[vpc.profile], []]);
  });

  it("lists what a window alone knows, and says in others that nobody else revokes it", async () => {
    world.sandbox.setFaults([{ action: "CreateTags", code: "UnauthorizedOperation" }]);
    await authorize("192.0.2.0/24", "PT1H");
    const other = CommandWorld.at(world.sandbox, world.sandbox.endpoint, world.folder);
    const shown = async (of: CommandWorld) => {
      const ui = new ScriptedUi("escape");
      await of.run(showExpiring, {}, ui);
      const { labels = [], details = [] } = ui.asked[0] ?? {};
      return [labels[1], details[1]].join(": ");
    };
    assert.match(
      await shown(world),
      /^192\.0\.2\.0\/24: expires .*: this window revokes it while it is open$/,
    );
    assert.match(
      await shown(other),
      /^sgr-\w+: expires .*: the window that made it revokes it, and nobody else$/,
    );
    await other.close();
  });

  it("leads to the row, to Set Expiry and to Revoke, and back", async () => {
    await authorize("192.0.2.0/24", "PT1H");
    const shown: string[] = [];
    world.services.tree.show = async (id) => void shown.push(id);
    const entry = { pick: "192.0.2.0/24" };
    const show = new ScriptedUi(entry, "back", entry, { pick: "Show in Tree" });
    assert.equal((await world.run(showExpiring, {}, show)).outcome, "done");
    assert.match(shown[0] ?? "", /^rule/);
    const later = new ScriptedUi(entry, { pick: "Set Expiry…" }, { type: "P2D" });
    assert.equal((await world.run(showExpiring, {}, later)).outcome, "done");
    const [{ expiry } = assert.fail("none")] = (await list()).expiring;
    assert.ok(Date.parse(expiry.at) - world.sandbox.now() > 47 * hour);
    const revoke = new ScriptedUi(entry, { pick: "Revoke VPC Ingress…" }, { confirm: true });
    assert.equal((await world.run(showExpiring, {}, revoke)).outcome, "done");
    assert.deepEqual(cidrs(await list()), []);
  });

  it("leads to a grant's row", async () => {
    await world.run(authorizeIngress, { ...grant, expires: "PT2H" });
    const shown: string[] = [];
    world.services.tree.show = async (id) => void shown.push(id);
    const ui = new ScriptedUi({ pick: /^default of account/ }, { pick: "Show in Tree" });
    assert.equal((await world.run(showExpiring, {}, ui)).outcome, "done");
    assert.match(shown[0] ?? "", /^grant/);
  });

  it("says which profiles are not there any more that something was to end by", async () => {
    await world.services.expiry.remember({
      ...{ kind: "rule", profile: "gone", region: "us-west-2", groupId: "sg-1", ruleId: "sgr-1" },
      ...{ content: "", at: world.sandbox.now() + hour, by: "sweep" },
    });
    const ui = new ScriptedUi("escape");
    await world.run(showExpiring, {}, ui);
    const at = ui.asked[0]?.labels.findIndex((label) => /profiles that are not there/.test(label)) ?? -1;
    assert.equal(ui.asked[0]?.details[at], "gone");
  });

  it("has its rows first in their groups, and Find finds them by their end", async () => {
    await world.run(authorizeVpcIngress, { ...vpc, securityGroupId, cidrIp: "203.0.113.0/24" });
    await authorize("192.0.2.0/24", "P9D");
    const { at } = await authorize("198.51.100.0/24", "P2D");
    await world.services.state.groups.load(grant);
    const rows = (await world.services.tree.findable()).filter(
      ({ params }) => params.cacheId === "pages" && params.securityGroupId === securityGroupId,
    );
    const labels = rows.filter(({ kind }) => kind === "rule").map(({ label }) => label);
    assert.deepEqual(labels.slice(0, 2), ["198.51.100.0/24", "192.0.2.0/24"]);
    const found = await world.run(find, { query: `expires ${at.slice(0, 10)}` });
    const matches = found.outcome === "done" && Array.isArray(found.value) ? found.value : assert.fail();
    assert.deepEqual([...new Set(matches.map(({ label }) => label))], ["198.51.100.0/24"]);
  });
});

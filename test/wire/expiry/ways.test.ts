import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { authorizeIngress } from "../../../src/commands/authorizeIngress";
import { authorizeVpcIngress } from "../../../src/commands/authorizeVpcIngress";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { askByCli } from "../support/awsCli";
import { expiryIn, grant, hour, minute, pagesGroup, SweepWindow, started, vpc } from "./endsWorld";

/** What each way is tried with. */
const ways = { schedule: "192.0.2.0/24", sweep: "198.51.100.0/24", session: "203.0.113.0/24" } as const;

/** What is there, in the words of this test: the ways whose rules are, the schedules, the grants. */
interface Seen {
  readonly rules: readonly string[];
  readonly schedules: number;
  readonly grants: number;
}

describe("the ways in which a grant ends, from the flow to its end, with the AWS CLI asked after each step", () => {
  let world: CommandWorld;
  let window: SweepWindow;

  beforeEach(async () => {
    world = await started();
    window = new SweepWindow(world);
  });
  afterEach(async () => {
    window.sweep.dispose();
    await world.close();
  });

  /** The text of an answer of the CLI; fails where there is none. Each call costs half a second: only what a step changes. */
  const ask = async (profile: string, ...words: readonly string[]): Promise<string> =>
    JSON.stringify((await askByCli(world.sandbox, profile, ...words)) ?? assert.fail("no CLI"));
  const asks: { readonly [what in keyof Seen]: () => Promise<Seen[what]> } = {
    rules: async () => {
      const answer = await ask(vpc.profile, "ec2", "describe-security-group-rules");
      return Object.entries(ways).flatMap(([way, cidr]) =>
        answer.includes(`"CidrIpv4":"${cidr}"`) ? way : [],
      );
    },
    schedules: async () =>
      (await ask(vpc.profile, "scheduler", "list-schedules")).split('"Name":').length - 1,
    grants: async () => {
      const name = `--cache-security-group-name=${grant.cacheSecurityGroupName}`;
      const answer = await ask(grant.profile, "elasticache", "describe-cache-security-groups", name);
      return answer.split('"Status":"authorized"').length - 1;
    },
  };
  const assertSeen = async (expected: Partial<Seen>, when?: string): Promise<void> => {
    const names = (["rules", "schedules", "grants"] as const).filter((name) => name in expected);
    const seen = await Promise.all(names.map(async (name) => [name, await asks[name]()] as const));
    assert.deepEqual(Object.fromEntries(seen), expected, when);
  };

  it("by a schedule, by a window that is used next, by the one window that knows, and grants", async function () {
    const known = await askByCli(world.sandbox, vpc.profile, "sts", "get-caller-identity");
    if (known === undefined) {
      console.log("    The AWS CLI is not installed: it was not asked");
      this.skip();
    }
    const securityGroupId = await pagesGroup(world);
    const authorize = async (way: keyof typeof ways) => {
      const ui = new ScriptedUi({ type: ways[way] }, { pick: "Authorize ingress, expires in an hour" });
      const params = { ...vpc, securityGroupId, description: way };
      const expiry = expiryIn(await world.run(authorizeVpcIngress, params, ui));
      assert.equal(expiry.by, way);
    };
    world.settings = { ...world.settings, expiryRoles: { [vpc.profile]: "expiry" } };
    await authorize("schedule");
    await assertSeen({ rules: ["schedule"], schedules: 1 });

    world.settings = { ...world.settings, expiryRoles: {} };
    await authorize("sweep");
    await assertSeen({ rules: ["schedule", "sweep"] });

    world.sandbox.setFaults([{ action: "CreateTags", code: "UnauthorizedOperation" }]);
    await authorize("session");
    world.sandbox.setFaults([]);
    await world.services.state.groups.load(grant);
    const { ec2SecurityGroupOwnerId: owner, ...given } = grant;
    const review = new ScriptedUi({ type: owner }, { pick: "Authorize ingress, expires in an hour" });
    assert.equal(expiryIn(await world.run(authorizeIngress, given, review)).by, "sweep");
    await world.services.follower.whenSettled(grant, grant);
    const rules = ["schedule", "sweep", "session"];
    await assertSeen({ rules, grants: 1 });

    world.sandbox.advance(hour - minute);
    await window.sweep.run();
    await assertSeen({ rules }, "a minute before the end");

    world.sandbox.advance(2 * minute);
    await assertSeen(
      { rules: ["sweep", "session"], schedules: 0 },
      "the schedule does it with no window at work",
    );

    // A window of another machine has read the rules: it knows what the tags tell.
    const folder = mkdtempSync(path.join(tmpdir(), "elsewhere-"));
    const other = CommandWorld.at(world.sandbox, world.sandbox.endpoint, folder);
    const otherWindow = new SweepWindow(other);
    await other.services.state.vpc.load(vpc);
    await otherWindow.sweep.run();
    otherWindow.sweep.dispose();
    await other.close();
    rmSync(folder, { recursive: true, force: true });
    await assertSeen({ rules: ["session"] });

    // This machine's clock has not moved: the answers tell the time.
    await Promise.all([world.services.state.vpc.refresh(vpc), world.services.state.groups.refresh(grant)]);
    await window.sweep.run();
    await world.services.follower.whenSettled(grant, grant);
    await assertSeen({ rules: [], grants: 0 });
    const said = window.said.join("\n");
    assert.match(said, /203\.0\.113\.0\/24.* has expired in /);
    assert.match(said, /default of account 565419523791 has expired in mygroup/);
    assert.doesNotMatch(said, /192\.0\.2\.0|198\.51\.100\.0/);
  });
});

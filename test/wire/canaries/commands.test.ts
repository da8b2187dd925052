import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import type { Params } from "../../../src/commands/command";
import { commands } from "../../../src/commands/table";
import { historyCsv } from "../../../src/core/formats/historyCsv";
import { historyText } from "../../../src/core/formats/historyText";
import { rootRows } from "../../../src/tree/roots";
import { allRows } from "../../support/allRows";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { contractCases } from "../changes/contractCases";
import { type Repeated, Repeater } from "./repeater";
import { parts, traces, writings } from "./writings";

const target = { profile: "sandbox-vpc", region: "us-west-2" };

/** A user who gives every question up, and lets us see all that is on his screen. */
class Onlooker extends ScriptedUi {
  readonly seen: unknown[] = [];

  override pick: ScriptedUi["pick"] = async (question) => {
    this.seen.push(question.at, question.placeholder, question.items, (await question.later) ?? []);
    return { kind: "cancel" };
  };
  override pickMany: ScriptedUi["pickMany"] = async (question) => {
    this.seen.push(question.at, await question.items);
    return { kind: "cancel" };
  };
  override input: ScriptedUi["input"] = async (question) => {
    this.seen.push(question);
    return { kind: "cancel" };
  };
  override confirm: ScriptedUi["confirm"] = async (question) => {
    this.seen.push(question);
    return false;
  };
  override saveFile: ScriptedUi["saveFile"] = async (question) => {
    this.seen.push(question);
    return { kind: "cancel" };
  };
}

/** What an endpoint repeats, in each writing: whole, in halves and in thirds, in its words, as a code and as an id. */
function repetitions(secret: string): readonly Repeated[] {
  return Object.values(writings).flatMap((write) =>
    [1, 2, 3].map((count) => {
      const [first = "", ...others] = parts(secret, count).map(write);
      const words = [first, ...others].join(" and ");
      return {
        code: count === 1 ? "InvalidParameterValue" : first,
        message: `${"x ".repeat(130)}User: ${words} is not authorized to perform: ec2:${first} on '${words}'`,
        requestId: others[0] ?? first,
      };
    }),
  );
}

describe("a password in an endpoint's address, which the endpoint repeats", () => {
  const password = `Canary${randomBytes(36).toString("base64url")}`;
  const marks = traces(password);
  let repeater: Repeater;
  let world: CommandWorld;

  beforeEach(async () => {
    repeater = new Repeater(`canary:${password}`);
    world = await CommandWorld.start({}, (endpoint) => repeater.start(endpoint));
  });
  afterEach(async () => {
    await world.close();
    await repeater.close();
  });

  const run = async (id: string, params: Params): Promise<readonly unknown[]> => {
    const command = commands.find((each) => each.id === id) ?? assert.fail(id);
    const ui = new Onlooker();
    const result = await world.run(command, params, ui);
    return [result, ui.seen, ui.messages, ui.shown, ui.copied, ui.terminal, ui.progressed];
  };

  /** What can be seen of it anywhere. */
  const assertUnseen = async (seen: readonly unknown[]): Promise<void> => {
    const rows = (await allRows(rootRows(world.services.state))).map((row) => ({
      id: row.id,
      ...row.item(),
    }));
    const history = await world.history();
    const texts = [historyText(history), historyCsv(history), world.onDisk(), ...world.log];
    const text = [JSON.stringify([seen, rows, history, world.remembered]), ...texts].join("\n");
    const found = marks.find((mark) => text.includes(mark));
    const at = text.indexOf(found ?? "");
    assert.equal(found, undefined, text.slice(Math.max(0, at - 200), at + 200));
  };

  for (const [id, contract] of Object.entries(contractCases)) {
    it(`is nowhere when ${id} is refused with it`, async () => {
      const params = await contract.prepare(world);
      const seen: unknown[] = [];
      for (const repeated of repetitions(password)) {
        repeater.error = (action) => (/^(?:Describe|Get)/.test(action) ? undefined : repeated);
        const results = await run(id, params);
        assert.match(JSON.stringify(results[0]), /"failed"/);
        seen.push(results);
      }
      await assertUnseen(seen);
    });

    it(`is nowhere when ${id} is done and it is the request id`, async () => {
      const params = await contract.prepare(world);
      repeater.requestId = password;
      const results = await run(id, params);
      assert.match(JSON.stringify(results[0]), /"done"/);
      await assertUnseen(results);
    });
  }

  it("is nowhere in what any command does where every request is refused with it", async () => {
    const given: Readonly<Record<string, Params>> = {
      whatCanThisReach: { ...target, cidrIp: "10.0.0.1/32" },
      find: { query: "a" },
      copyArn: { ...target, cacheSecurityGroupName: "mygroup" },
      copyAsCli: { ...target, cacheSecurityGroupName: "mygroup" },
      copyAs: { ...target, cacheSecurityGroupName: "mygroup", format: "cli" },
      exportHistory: { format: "csv" },
      chooseProfiles: { profiles: [] },
      chooseRegions: { profile: target.profile, regions: [target.region] },
    };
    const all = repetitions(password);
    const seen: unknown[] = [];
    for (const [at, { id }] of commands.entries()) {
      const repeated = all[at % all.length];
      repeater.error = () => repeated;
      seen.push(await run(id, given[id] ?? target));
    }
    await assertUnseen(seen);
  });

  it("is nowhere where the whole request comes back", async () => {
    repeater.error = (_, request) => ({
      code: "InvalidParameterValue",
      message: `${request} of http://canary:${password}@127.0.0.1`,
      requestId: Buffer.from(`canary:${password}`).toString("base64"),
    });
    await assertUnseen([
      await run("refresh", target),
      await run("whatCanThisReach", { ...target, cidrIp: "10.0.0.1/32" }),
    ]);
  });

  it("is not in what is copied: the endpoint is named without it", async () => {
    const grant = { profile: "sandbox-classic", region: "us-west-2", cacheSecurityGroupName: "mygroup" };
    const ui = new Onlooker();
    const params = { ...grant, ec2SecurityGroupName: "default", ec2SecurityGroupOwnerId: "565419523791" };
    for (const id of ["copyAsCli", "copyAs"]) {
      const command = commands.find((each) => each.id === id) ?? assert.fail(id);
      await world.run(command, { ...params, format: "cli" }, ui);
    }
    assert.match(ui.copied.join("\n"), /--endpoint-url/);
    await assertUnseen([ui.copied]);
  });
});

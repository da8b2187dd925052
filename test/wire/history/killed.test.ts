import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { finishChanges } from "../../../src/commands/finishChanges";
import { offerCutOffs } from "../../../src/commands/finishChanges/offerCutOffs";
import { exportHistory } from "../../../src/commands/history/exportHistory";
import { showHistory } from "../../../src/commands/history/showHistory";
import { type Sandbox, startSandbox } from "../../../src/sandbox/index";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { until } from "../../support/until";
import { type KillableWindow, startKillableWindow } from "../support/killableWindow";

const target = { profile: "sandbox-classic", region: "us-west-2" };
const partner = "565419523791";
const grants = Array.from({ length: 10 }, (_, number) => ({
  ...target,
  cacheSecurityGroupName: "mygroup",
  ec2SecurityGroupName: `app-${number}`,
  ec2SecurityGroupOwnerId: partner,
}));

describe("a window that is killed in the middle of a change", () => {
  let sandbox: Sandbox;
  let world: CommandWorld;
  let folder = "";
  let started: KillableWindow | undefined;
  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "elasticache-access-"));
    sandbox = await startSandbox({ settleMs: 20 });
    world = CommandWorld.at(sandbox, sandbox.endpoint, folder);
  });
  afterEach(async () => {
    await kill();
    await world.close();
    await sandbox.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Starts a window that runs the command, and waits until so many of its requests get no answer. */
  const window = async (command: string, params: object, answered: number, held: number) => {
    started = await startKillableWindow(sandbox, {
      ...{ folder, command, params, answered, held },
      carriesOut: true,
    });
  };
  const kill = async () => {
    await started?.kill();
    started = undefined;
  };
  const offered = async (action?: string) => {
    const ui = new ScriptedUi();
    ui.action = action;
    await offerCutOffs(world.servicesFor(ui));
    return ui;
  };
  const page = async () => {
    const ui = new ScriptedUi();
    await world.run(showHistory, {}, ui);
    return ui.shown[0]?.text ?? "";
  };
  const authorized = async () => {
    const groups = await (await world.services.aws()).listCacheSecurityGroups(target);
    assert.ok(groups.ok);
    const group = groups.value.find(({ name }) => name === "mygroup");
    return (group?.grants ?? []).map(({ ec2SecurityGroupName }) => ec2SecurityGroupName).sort();
  };
  const authorizes = () =>
    sandbox.requests.filter(({ action }) => action === "AuthorizeCacheSecurityGroupIngress").length;

  it("leaves what is under way while it lives, and what is in doubt when it does not", async () => {
    await window("authorizeMany", { items: grants }, 3, 3);
    assert.equal((await page()).match(/under way +Authorize/g)?.length, 3);
    assert.deepEqual((await offered()).messages, [], "nothing was cut off yet");
    await kill();
    const text = await page();
    assert.match(text, /^Cut off when its window ended/);
    assert.match(text, /Authorize Many +3 of 10 authorized, 3 in doubt, 4 not sent/);
    assert.equal(text.match(/in doubt: the window ended before the answer came +Authorize/g)?.length, 3);
    assert.equal(text.match(/^\S+ \S+ +done +Authorize/gm)?.length, 3);
    for (const format of ["jsonl", "csv"]) {
      const { value } = await world.run(exportHistory, { format });
      assert.equal(String(value).match(/inDoubt/g)?.length, 3, format);
    }
    assert.doesNotMatch(text, /AKIA|secret/i);
  });

  it("is told once by the next, and finished: what is there already is not sent again", async () => {
    await window("authorizeMany", { items: grants }, 3, 3);
    await kill();
    assert.equal((await authorized()).length, 4);
    const sent = authorizes();
    const ui = await offered("Finish");
    const [first, second] = ui.messages;
    assert.deepEqual(first, {
      severity: "warning",
      text: "Authorize Many was cut off: 3 of 10 authorized, 3 in doubt, 4 not sent.",
      actions: ["Finish", "Show History"],
    });
    assert.equal(second?.text, "Authorize Many: 10 authorized");
    assert.ok(second?.actions.includes("Undo"));
    assert.equal(ui.messages.length, 2);
    assert.equal((await authorized()).length, 10);
    assert.equal(authorizes() - sent, 6);
    const entries = await world.history();
    assert.deepEqual(
      entries.map(({ outcome }) => outcome).sort(),
      [...Array(10).fill("done"), "failed", "failed"],
      "a look has told of what was in doubt",
    );
    assert.deepEqual((await offered()).messages, [], "nothing is left");
    assert.doesNotMatch(await page(), /Cut off/);
  });

  it("can be undone as a whole after it was finished", async () => {
    await window("authorizeMany", { items: grants }, 3, 3);
    await kill();
    await offered("Finish");
    const last = world.services.undoable.last({});
    assert.equal(last?.targets.length, 10);
  });

  it("leaves alone what somebody took away, and what somebody else made", async () => {
    await window("authorizeMany", { items: grants }, 3, 3);
    await kill();
    const aws = await world.services.aws();
    const [first, ...others] = grants;
    const last = others.at(-1);
    assert.ok(first && last);
    await aws.revokeIngress(target, first);
    await aws.authorizeIngress(target, last);
    await until(async () => !(await authorized()).includes("app-0"), "it is revoked");
    const ui = await offered("Finish");
    assert.equal(ui.messages[1]?.text, "Authorize Many: 9 authorized, 1 already authorized");
    assert.ok(!(await authorized()).includes("app-0"));
    const undoable = world.services.undoable.last({});
    assert.equal(undoable?.targets.length, 8, "neither is ours to take back");
  });

  it("is not told again once it was sent away, and stays to be finished", async () => {
    await window("authorizeMany", { items: grants }, 3, 3);
    await kill();
    assert.equal((await offered()).messages.length, 1);
    assert.equal((await offered()).messages.length, 0);
    assert.match(await page(), /Cut off when its window ended/);
    const result = await world.run(finishChanges, {});
    assert.equal(result.outcome, "done", JSON.stringify(result));
    assert.ok(Array.isArray(result.value) && result.value.length === 10);
    assert.equal((await authorized()).length, 10);
    const ui = new ScriptedUi();
    assert.equal((await world.run(finishChanges, {}, ui)).outcome, "unchanged");
    assert.match(ui.messages[0]?.text ?? "", /^No change is left to finish/);
  });

  it("is guarded again, and stays to be finished where the guard says no", async () => {
    await window("authorizeMany", { items: grants }, 3, 3);
    await kill();
    world.settings = { ...world.settings, readOnly: true };
    const sent = authorizes();
    const ui = await offered("Finish");
    assert.match(ui.messages[1]?.text ?? "", /^Read-only mode is on/);
    assert.equal(authorizes(), sent);
    const [left] = await cutOffs();
    assert.ok(left);
    const refused = await world.run(finishChanges, { id: left.id, confirmed: true });
    assert.ok(refused.outcome === "failed" && refused.failure.kind === "readOnly");
    world.settings = { ...world.settings, readOnly: false };
    assert.equal((await world.run(finishChanges, { id: left.id, confirmed: true })).outcome, "done");
    const unknown = await world.run(finishChanges, { id: left.id });
    assert.ok(unknown.outcome === "failed" && unknown.failure.field === "id");
  });

  const cutOffs = async () => {
    const read = await world.services.history.readCutOffs();
    assert.ok(read.ok);
    return read.value;
  };

  it("is told of one change too, which may have been made", async () => {
    await window("authorizeIngress", grants[0] ?? {}, 0, 1);
    await kill();
    const ui = await offered("Finish");
    assert.equal(ui.messages[0]?.text, "Authorize Ingress was cut off: it may have been done.");
    await until(() => ui.messages.length === 2, "it is finished");
    assert.equal(ui.messages[1]?.text, "Authorize Ingress: 1 authorized");
    assert.deepEqual(
      ui.messages[1]?.actions,
      ["Copy as AWS CLI"],
      "nobody had looked before: it may be somebody else's",
    );
    assert.equal(authorizes(), 1);
    assert.deepEqual(
      (await world.history()).map(({ outcome }) => outcome),
      ["done"],
    );
  });

  it("is finished when the window that finishes it is killed too", async () => {
    await window("authorizeMany", { items: grants }, 3, 3);
    await kill();
    const [left] = await cutOffs();
    await window("finishChanges", { id: left?.id, confirmed: true }, 2, 3);
    await kill();
    const ui = await offered("Finish");
    assert.match(ui.messages[0]?.text ?? "", /^Authorize Many was cut off: 2 of 6 authorized/);
    assert.equal((await authorized()).length, 10);
  });
});

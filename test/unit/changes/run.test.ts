import assert from "node:assert/strict";
import type { Verdict } from "../../../src/changes/change";
import { Guards } from "../../../src/changes/guards";
import type { How } from "../../../src/changes/how";
import { runChange } from "../../../src/changes/run";
import type { Ended } from "../../../src/core/changes/end";
import type { Failure } from "../../../src/core/failures/failures";
import { shownLines } from "../../../src/core/shownText";
import type { Message, Progress } from "../../../src/ui/ui";
import { type Script, scriptedChange, type Thing, thing } from "../../support/scriptedChange";
import { scriptedServices } from "../../support/scriptedServices";
import { type Scripted, ScriptedUi } from "../../support/scriptedUi";
import { until } from "../../support/until";

const refused: Failure = { kind: "quota", message: "There is no room. Nothing was changed." };
const throttled: Failure = { kind: "throttled", message: "Slow down" };
const lost: Failure = { kind: "network", message: "No answer", inDoubt: true };
const alreadySo: Verdict<string> = { kind: "alreadySo", why: "It is so" };
const changed: Verdict<string> = { kind: "toDo", changed: "It is blue by now" };
const question = {
  question: () => ({ message: "Paint?", detail: shownLines(["All of it"]), action: "Paint" }),
};

interface Given extends How<Thing, string> {
  readonly script?: Script;
  readonly answers?: readonly Scripted[];
  /** What is chosen in the first message that offers it. */
  readonly choose?: string;
}

/** Chooses a button of the first message that has it. */
class Choosing extends ScriptedUi {
  override async tell(message: Message): Promise<string | undefined> {
    const chosen = await super.tell(message);
    this.action = chosen === undefined ? this.action : undefined;
    return chosen;
  }
}

async function run(names: readonly string[], given: Given) {
  const { script, answers = [], choose, ...how } = given;
  const ui = new Choosing(...answers);
  ui.action = choose;
  const scripted = scriptedServices(ui);
  const log: string[] = [];
  const change = scriptedChange(script, log);
  const result = await runChange(
    change,
    names.map((name) => thing(name)),
    how,
    scripted.services,
  );
  const texts = () => ui.messages.map(({ severity, text }) => `${severity}: ${text}`);
  const told = (count: number) => until(() => ui.messages.length >= count, `${count} messages: ${texts()}`);
  return { ...scripted, change, result, log, texts, told };
}

const alone = { interactive: false };
const many = { interactive: false, many: true };

describe("a change", () => {
  it("looks, sends, and says how it ended", async () => {
    const { log, result, texts, ui } = await run(["wall"], alone);
    assert.deepEqual(log, ["look wall", "paint wall"]);
    assert.deepEqual(result, { outcome: "done", value: { name: "wall", answer: "wall is painted" } });
    assert.deepEqual(texts(), ["information: wall has dried"]);
    assert.deepEqual(ui.messages[0]?.actions, ["Undo"]);
  });

  it("looks at and sends what is named twice once, and says of each what became of it", async () => {
    const { log, result } = await run(["wall", "door", "wall"], many);
    assert.deepEqual(log, ["look wall door", "paint wall", "paint door"]);
    assert.deepEqual(
      result.outcome === "done" && result.value,
      ["wall", "door", "wall"].map((name) => ({ ...thing(name), outcome: "done" })),
    );
  });

  it("sends what the look has told of an item", async () => {
    const seen: (string | undefined)[] = [];
    const { result } = await run(["wall"], {
      ...alone,
      script: {
        change: {
          send: async (item) => {
            seen.push(item.seen);
            return { ok: true, value: "painted" };
          },
        },
      },
    });
    assert.deepEqual([result.outcome, seen], ["done", ["look 1"]]);
  });

  it("needs no look where there is a plan", async () => {
    const planned = [{ item: thing("wall"), verdict: { kind: "toDo" } as const }];
    assert.deepEqual((await run(["wall"], { ...alone, planned })).log, ["paint wall"]);
  });

  it("does nothing where a guard refuses, and says so", async () => {
    const { services, ui } = scriptedServices();
    const log: string[] = [];
    const guards = new Guards(
      {
        ...services,
        state: { ...services.state, settings: () => ({ ...services.state.settings(), readOnly: true }) },
      },
      true,
    );
    const result = await runChange(scriptedChange({}, log), [thing("wall")], { ...alone, guards }, services);
    assert.equal(result.outcome === "failed" && result.failure.kind, "readOnly");
    await until(() => ui.messages.length === 1, "the refusal is told");
    assert.match(ui.messages[0]?.text ?? "", /^Read-only mode is on/);
    assert.deepEqual(log, []);
  });

  it("asks the guards it is given before each request", async () => {
    const { services } = scriptedServices();
    const log: string[] = [];
    let asked = 0;
    const guards = new Guards(services, false);
    guards.refusal = () => (++asked > 2 ? { kind: "readOnly", message: "Read-only" } : undefined);
    await runChange(
      scriptedChange({}, log),
      [thing("a"), thing("b"), thing("c")],
      { ...many, guards },
      services,
    );
    // The first is asked for all of them, which are of one profile.
    assert.deepEqual(log, ["look a b c", "paint a"]);
  });

  it("goes on as a caller's signal says, showing no progress of its own", async () => {
    const ended = new AbortController();
    ended.abort();
    const { log, result, ui } = await run(["a", "b"], { ...many, signal: ended.signal });
    assert.deepEqual(log, ["look a b"]);
    assert.deepEqual(
      [result.outcome, "value" in result && result.value],
      ["cancelled", ["a", "b"].map((name) => ({ ...thing(name), outcome: "notStarted" }))],
    );
    assert.deepEqual(ui.progressed, []);
  });

  it("shows how far it has come where there are several, by what it does", async () => {
    const titles: string[] = [];
    class Titled extends ScriptedUi {
      override progress = <T>(title: string, work: (progress: Progress) => Promise<T>): Promise<T> => {
        titles.push(title);
        return work({
          signal: this.cancel.signal,
          report: (message, share) => this.progressed.push({ message, share }),
        });
      };
    }
    const { services, ui } = scriptedServices(new Titled());
    const three = ["a", "b", "c"].map((name) => thing(name));
    const script = { looks: [{ b: alreadySo }] };
    await runChange(scriptedChange(script), three, many, services);
    assert.deepEqual(titles, ["Painting 2"]);
    assert.deepEqual(ui.progressed, [
      { message: "1 of 2", share: 0.5 },
      { message: "2 of 2", share: 1 },
    ]);
    await runChange(scriptedChange(), [thing("a")], many, services);
    assert.equal(titles.length, 1, "none for one");
  });

  it("starts no more once its progress is cancelled, and says what it did not start", async () => {
    const ui = new ScriptedUi();
    const { services } = scriptedServices(ui);
    const log: string[] = [];
    const change = scriptedChange(
      {
        change: {
          send: async ({ name }) => {
            log.push(name);
            ui.cancel.abort();
            return { ok: true, value: name };
          },
        },
      },
      log,
    );
    const items = Array.from({ length: 9 }, (_, index) => thing(`${index}`));
    const result = await runChange(change, items, { ...many, interactive: true }, services);
    assert.equal(result.outcome, "cancelled");
    const sent = log.length - 1;
    await until(() => ui.shown.length === 1, "a report");
    assert.match(
      ui.shown[0]?.text ?? "",
      new RegExp(`^Paint, cancelled: ${sent} painted, ${9 - sent} not started\n`),
    );
    assert.equal(ui.shown[0]?.name, "Paint report.txt");
    assert.equal(ui.messages[0]?.severity, "warning");
    assert.deepEqual(ui.messages[0]?.actions, ["Run the Rest", "Show Report", "Undo"]);
  });

  for (const [before, failure, message] of [
    ["The group was made", refused, "There is no room. The group was made"],
    [undefined, refused, refused.message],
    ["The group was made", lost, lost.message],
  ] as const) {
    it(`that fails ${before ? "after another" : "alone"} says ${message}`, async () => {
      const { result } = await run(["wall"], {
        ...alone,
        ...(before === undefined ? {} : { madeBefore: before }),
        script: {
          failures: { wall: [failure] },
          looks: [{}, { wall: { kind: "notKnown", failure: refused } }],
        },
      });
      assert.equal(result.outcome === "failed" && result.failure.message, message);
    });
  }

  it("that goes well after another says nothing of it", async () => {
    const { result, texts } = await run(["wall"], { ...alone, madeBefore: "The group was made" });
    assert.equal(result.outcome, "done");
    assert.deepEqual(texts(), ["information: wall has dried"]);
  });
});

describe("the question of a change", () => {
  it("is asked after the look, and another look tells whether what was asked about is still so", async () => {
    const { log, ui } = await run(["wall"], {
      interactive: true,
      script: { change: question },
      answers: [{ confirm: true }],
    });
    assert.deepEqual(log, ["look wall", "look wall", "paint wall"]);
    assert.deepEqual(
      ui.asked.map(({ title, labels }) => [title, labels]),
      [["Paint?", ["Paint"]]],
    );
  });

  for (const how of [{ confirmed: true }, { undoing: true }]) {
    it(`is not asked when ${Object.keys(how)[0]}`, async () => {
      const { log, result } = await run(["wall"], { ...alone, ...how, script: { change: question } });
      assert.deepEqual([result.outcome, log], ["done", ["look wall", "paint wall"]]);
    });
  }

  it("answered with no sends nothing and says nothing", async () => {
    const { log, result, ui, services } = await run(["wall"], {
      interactive: true,
      script: { change: question },
      answers: [{ confirm: false }],
    });
    assert.deepEqual([result, log, ui.messages], [{ outcome: "cancelled" }, ["look wall"], []]);
    assert.equal(services.undoable.last({}), undefined);
  });

  it("is not asked where nothing is to be sent", async () => {
    const { log, result, texts } = await run(["wall"], {
      interactive: true,
      script: { change: question, looks: [{ wall: alreadySo }] },
    });
    assert.deepEqual([result, log], [{ outcome: "unchanged" }, ["look wall"]]);
    assert.deepEqual(texts(), ["information: wall was painted already"]);
  });
});

describe("what a change leaves behind", () => {
  it("can be undone, what it has made alone", async () => {
    const { services, log, told, texts } = await run(["a", "b", "c"], {
      ...many,
      choose: "Undo",
      script: { looks: [{ b: alreadySo }], failures: { c: [refused] } },
    });
    await told(2);
    assert.deepEqual(log, ["look a b c", "paint a", "paint c", "look a", "strip a"]);
    assert.deepEqual(texts(), [
      "error: Paint: 1 painted, 1 already painted, 1 failed (quota)",
      "information: a has dried",
    ]);
    assert.equal(services.undoable.last({}), undefined, "taken back, and taking back is not undone");
  });

  it("is found by the requests that the journal has of it", async () => {
    const { services } = await run(["a", "b"], many);
    assert.deepEqual(services.undoable.last({})?.requests, ["request 0", "request 1"]);
    assert.equal(services.undoable.of("request 1"), services.undoable.last({}));
    assert.equal(services.undoable.of("request 2"), undefined);
  });

  it("is remembered with where it was made, until it is undone", async () => {
    const { services } = await run(["a", "b"], { ...many, script: { failures: { b: [refused] } } });
    assert.deepEqual(
      services.undoable.last({})?.targets.map(({ profile }) => profile),
      ["dev"],
    );
    assert.equal(services.undoable.last({ profile: "prod" }), undefined);
  });

  for (const [what, script] of [
    ["was so already", { looks: [{ wall: alreadySo }] }],
    ["failed", { failures: { wall: [refused] } }],
  ] as const) {
    it(`is nothing to undo where it ${what}`, async () => {
      const { services, ui } = await run(["wall"], { ...alone, script });
      assert.equal(services.undoable.last({}), undefined);
      assert.ok(!ui.messages.some(({ actions }) => actions.includes("Undo")));
    });
  }

  it("is nothing to undo where nothing of several was made", async () => {
    const script = { looks: [{ a: alreadySo }], failures: { b: [refused] } };
    const { ui, told } = await run(["a", "b"], { ...many, script });
    await told(1);
    assert.deepEqual(ui.messages[0]?.actions, ["Retry Failed", "Show Report"]);
  });

  it("is nothing to undo where there is no way back", async () => {
    const { undo: _, ...oneWay } = scriptedChange();
    const { services, ui } = scriptedServices();
    assert.equal((await runChange(oneWay, [thing("wall")], alone, services)).outcome, "done");
    assert.equal(services.undoable.last({}), undefined);
    assert.ok(!ui.messages.some(({ actions }) => actions.includes("Undo")));
  });

  it("undone says of several what became of all, and of one what became of it", async () => {
    const several = await run(["a", "b"], { ...many, choose: "Undo" });
    await several.told(2);
    assert.deepEqual(several.texts(), ["information: Paint: 2 painted", "information: Strip: 2 stripped"]);
    const partly = await run(["a", "b"], {
      ...many,
      choose: "Undo",
      script: { undo: { looks: [{ a: alreadySo }] } },
    });
    await partly.told(2);
    assert.equal(partly.texts()[1], "information: Strip: 1 stripped, 1 already stripped");
    const one = await run(["a"], { ...alone, choose: "Undo" });
    await one.told(2);
    assert.deepEqual(one.texts(), ["information: a has dried", "information: a has dried"]);
  });

  it("undone can be made again, by the message of its Undo alone", async () => {
    const { ui, told, services } = await run(["a", "b"], { ...many, choose: "Undo" });
    await told(2);
    assert.deepEqual(ui.messages[1]?.actions, ["Show Report", "Undo"]);
    assert.equal(services.undoable.last({}), undefined);
  });
});

describe("again after a change", () => {
  const fails = { failures: { b: [refused], c: [refused] } };

  it("tries those that failed, as they were named, with another look", async () => {
    const { log, told, texts } = await run(["a", "b", "c"], {
      ...many,
      choose: "Retry Failed",
      script: fails,
    });
    await told(2);
    assert.deepEqual(log, ["look a b c", "paint a", "paint b", "paint c", "look b c", "paint b", "paint c"]);
    assert.deepEqual(texts(), ["error: Paint: 1 painted, 2 failed (quota)", "information: Paint: 2 painted"]);
  });

  it("asks its question anew where it was asked, and not where it stood confirmed", async () => {
    const asked = await run(["a", "b"], {
      interactive: true,
      many: true,
      choose: "Retry Failed",
      script: { ...fails, change: question },
      answers: [{ confirm: true }, { confirm: true }],
    });
    await asked.told(2);
    asked.ui.assertAllAsked();
    assert.equal(asked.ui.asked.length, 2);
    const confirmed = await run(["a", "b"], {
      ...many,
      confirmed: true,
      choose: "Retry Failed",
      script: { ...fails, change: question },
    });
    await confirmed.told(2);
    assert.equal(confirmed.ui.asked.length, 0);
  });

  it("looks where there was a plan, and goes on where a signal had ended it", async () => {
    const ended = new AbortController();
    ended.abort();
    const { log, told, texts } = await run(["a", "b"], {
      ...many,
      choose: "Run the Rest",
      signal: ended.signal,
      planned: ["a", "b"].map((name) => ({ item: thing(name), verdict: { kind: "toDo" } as const })),
    });
    await told(2);
    assert.deepEqual(log, ["look a b", "paint a", "paint b"]);
    assert.deepEqual(texts(), ["warning: Paint: 2 not started", "information: Paint: 2 painted"]);
  });

  it("of one asks the guards of somebody who is there", async () => {
    const { services, ui } = scriptedServices(new ScriptedUi({ input: "dev" }));
    let isProtected = false;
    const { settings } = services.state;
    const state = {
      ...services.state,
      settings: () => ({ ...settings(), protectedProfiles: isProtected ? ["dev"] : [] }),
    };
    const log: string[] = [];
    const change = scriptedChange(
      {
        change: {
          send: async ({ name }) => {
            log.push(name);
            const first = !isProtected;
            isProtected = true;
            return first ? { ok: false, failure: throttled } : { ok: true, value: name };
          },
        },
      },
      log,
    );
    ui.action = "Retry";
    await runChange(change, [thing("wall")], alone, { ...services, state });
    await until(() => ui.messages.length === 2, "it is tried again");
    assert.deepEqual(log, ["look wall", "wall", "look wall", "wall"]);
    ui.assertAllAsked();
  });
});

describe("a request that fails for now", () => {
  it("is sent again of several, and of an Undo, and not alone", async () => {
    const script = { failures: { a: [throttled] } };
    const [several, one, undoing] = await Promise.all([
      run(["a", "b"], { ...many, script }),
      run(["a"], { ...alone, script }),
      run(["a"], { ...alone, undoing: true, script }),
    ]);
    const tries = ({ log }: { readonly log: readonly string[] }) =>
      log.filter((line) => line === "paint a").length;
    assert.deepEqual([tries(several), tries(one), tries(undoing)], [2, 1, 2]);
    assert.equal(one.result.outcome === "failed" && one.result.failure, throttled);
  });
});

describe("a refusal that says it is so already", () => {
  const gone: Failure = { kind: "notFound", message: "It is gone" };
  const there: Failure = { kind: "alreadyAuthorized", message: "It is there" };
  const finishing = {
    plan: "p1",
    before: async () => [],
    inDoubt: () => undefined,
    looked: async () => undefined,
  };
  for (const [what, failure, how, outcome] of [
    ["that it is there", there, {}, "unchanged"],
    ["that there is nothing to take away", gone, {}, "failed"],
    ["that there is nothing to take back", gone, { undoing: true }, "unchanged"],
    ["that what was cut off is done", gone, { finishing }, "unchanged"],
    ["another thing", refused, { undoing: true }, "failed"],
  ] as const) {
    it(`comes to ${outcome} for ${what}`, async () => {
      const { result } = await run(["wall"], { ...alone, ...how, script: { failures: { wall: [failure] } } });
      assert.equal(result.outcome, outcome);
    });
  }
});

describe("a change without an answer", () => {
  const script = (after: Verdict<string>, before?: Verdict<string>): Script => ({
    failures: { wall: [lost] },
    looks: [before ? { wall: before } : {}, { wall: after }],
  });
  const unread: Verdict<string> = { kind: "notKnown", failure: { kind: "accessDenied", message: "No" } };

  for (const [what, before, after, outcome, settled, canUndo] of [
    ["is there now", undefined, { ...alreadySo, answer: "painted" }, "done", "done", true],
    [
      "is there now, and nobody knows since when",
      unread,
      { ...alreadySo, answer: "painted" },
      "done",
      "done",
      false,
    ],
    ["is there now, without what it was answered with", undefined, alreadySo, "done", "done", false],
    ["is not there", undefined, { kind: "toDo" }, "failed", "failed", false],
    ["cannot be looked for", undefined, unread, "failed", undefined, false],
    ["is another thing by now", undefined, changed, "failed", undefined, false],
  ] as const) {
    it(`that ${what} is ${settled ?? "in doubt"}`, async () => {
      const ran = await run(["wall"], { ...alone, script: script(after, before) });
      assert.equal(ran.result.outcome, outcome);
      assert.deepEqual(ran.log.slice(-1), ["look wall"]);
      assert.deepEqual(ran.settled, settled ? [{ item: 0, outcome: settled }] : []);
      assert.equal(ran.services.undoable.last({}) !== undefined, canUndo);
      const failure = ran.result.outcome === "failed" ? ran.result.failure : undefined;
      assert.equal(failure?.inDoubt, outcome === "done" ? undefined : settled === undefined);
      assert.equal(
        failure?.message,
        outcome === "done"
          ? undefined
          : settled
            ? "No answer. A look shows that nothing was changed."
            : "No answer",
      );
    });
  }

  it("says that it is done, where nobody knows what it was answered with", async () => {
    const { texts, told } = await run(["wall"], { ...alone, script: script(alreadySo) });
    await told(1);
    assert.deepEqual(texts(), ["information: Paint: 1 painted"]);
  });

  it("is looked for alone, of several", async () => {
    const { log, settled, result } = await run(["a", "b", "c"], {
      ...many,
      script: {
        failures: { b: [lost], c: [refused] },
        looks: [{}, { b: { ...alreadySo, answer: "painted" } }],
      },
    });
    assert.deepEqual(log.slice(-1), ["look b"]);
    assert.deepEqual(settled, [{ item: 1, outcome: "done" }]);
    assert.deepEqual(
      "value" in result && Array.isArray(result.value) && result.value.map(({ outcome }) => outcome),
      ["done", "done", "failed"],
    );
  });
});

describe("what the journal is given of a change", () => {
  const notLooked: Verdict<string> = { kind: "toDo", unlooked: true };
  const notRead: Verdict<string> = { kind: "notKnown", failure: refused };

  it("is what is about to be sent, before it is", async () => {
    const { plans, sent } = await run(["a", "b", "c"], { ...many, script: { looks: [{ b: alreadySo }] } });
    assert.deepEqual(plans, [
      {
        ...{ command: "paint", title: "Paint", done: "painted", looked: true },
        items: [thing("a"), thing("c")],
      },
    ]);
    assert.deepEqual(sent, [0, 1]);
  });

  it("is what it takes to make an item anew, where that is more than its name", async () => {
    const { plans } = await run(["a"], {
      ...alone,
      script: { change: { kept: ({ name }) => ({ it: name }) } },
    });
    assert.deepEqual(plans[0]?.items, [{ it: "a" }]);
  });

  for (const [what, verdict] of [
    ["nobody has looked", notLooked],
    ["the look was refused", notRead],
  ] as const) {
    it(`says where ${what}`, async () => {
      const { plans } = await run(["a", "b"], { ...many, script: { looks: [{ b: verdict }] } });
      assert.equal(plans[0]?.looked, false);
    });
  }

  it("is nothing where nothing is sent", async () => {
    assert.deepEqual((await run(["a"], { ...alone, script: { looks: [{ a: alreadySo }] } })).plans, []);
  });

  it("says which plan it finishes, whose first part is told with it, and undone with it", async () => {
    const before: readonly Ended<Thing, string>[] = [
      { item: thing("first"), end: { outcome: "done", made: { item: thing("first"), answer: "painted" } } },
    ];
    const looked: string[] = [];
    const { plans, services, result, texts, told } = await run(["a", "b"], {
      ...many,
      finishing: {
        plan: "p1",
        before: async () => before,
        inDoubt: ({ name }) => (name === "b" ? "ours" : undefined),
        looked: async (judged) => {
          looked.push(...judged.map(({ item, verdict }) => `${item.name} ${verdict.kind}`));
        },
      },
      script: { looks: [{ b: { ...alreadySo, answer: "painted" } }] },
    });
    assert.equal(plans[0]?.finishes, "p1");
    assert.deepEqual(looked, ["a toDo", "b alreadySo"]);
    assert.equal(result.outcome, "done");
    await told(1);
    assert.deepEqual(texts(), ["information: Paint: 3 painted"]);
    assert.equal(services.undoable.last({})?.targets.length, 3);
  });
});

import assert from "node:assert/strict";
import { ask } from "../../../src/changes/ask";
import type { Judged, Question, Verdict } from "../../../src/changes/change";
import type { Failure } from "../../../src/core/failures/failures";
import { shownLines } from "../../../src/core/shownText";
import type { Answer, InputQuestion } from "../../../src/ui/ui";
import { scriptedChange, type Thing, thing } from "../../support/scriptedChange";
import { type Scripted, ScriptedUi } from "../../support/scriptedUi";

type Found = Readonly<Record<string, Verdict<string>>>;

const toDo: Verdict<string> = { kind: "toDo" };
const changed: Verdict<string> = { kind: "toDo", changed: "It is blue by now" };
const so: Verdict<string> = { kind: "alreadySo", why: "It is so" };
const denied: Failure = { kind: "accessDenied", message: "May not look" };
const notKnown: Verdict<string> = { kind: "notKnown", failure: denied };
const impossible: Verdict<string> = { kind: "impossible", failure: denied };

const names = (judged: readonly Judged<Thing, string>[]) => judged.map(({ item }) => item.name).join(" ");

class Typed extends ScriptedUi {
  readonly inputs: string[] = [];

  override input(question: InputQuestion): Promise<Answer<string>> {
    const wrong = question.check("wrong");
    this.inputs.push(
      question.at.title,
      question.prompt,
      "message" in wrong ? (wrong.message ?? "") : "taken",
    );
    return super.input(question);
  }
}

/** Asks about what was found, where the looks after each answer find the others. */
async function asked(
  [first, ...later]: readonly [Found, ...Found[]],
  script: readonly Scripted[],
  typed?: Question["typed"],
) {
  const ui = new Typed(...script);
  const log: string[] = [];
  const change = scriptedChange(
    {
      looks: later,
      change: {
        question: (open, decided) => ({
          message: `${names(open)}?`,
          detail: shownLines([names(decided)]),
          action: "Paint",
          ...(typed ? { typed } : {}),
        }),
      },
    },
    log,
  );
  const found = Object.entries(first).map(([name, verdict]) => ({ item: thing(name), verdict }));
  let agreed = 0;
  const result = await ask(change, found, { ui, agreed: () => (agreed += 1) });
  ui.assertAllAsked();
  const verdicts = result === "cancelled" ? result : result.map(({ verdict }) => verdict);
  return { questions: ui.asked.map(({ title }) => title), inputs: ui.inputs, verdicts, log, agreed };
}

const yes = { confirm: true };
const no = { confirm: false };

describe("the question before a change is sent", () => {
  it("is about what is open, and looks again after the answer", async () => {
    const found = { a: toDo, b: so, c: notKnown, d: impossible };
    const { questions, verdicts, log, agreed } = await asked([found, found], [yes]);
    assert.deepEqual(questions, ["a c?"]);
    assert.deepEqual(verdicts, [toDo, so, notKnown, impossible]);
    assert.deepEqual([log, agreed], [["look a b c d"], 1]);
  });

  it("is not asked where nothing is open", async () => {
    const { questions, verdicts, log, agreed } = await asked([{ a: so, b: impossible }], []);
    assert.deepEqual([questions, verdicts, log, agreed], [[], [so, impossible], [], 0]);
  });

  it("answered with no ends it without another look", async () => {
    const { verdicts, log, agreed } = await asked([{ a: toDo }], [no]);
    assert.deepEqual([verdicts, log, agreed], ["cancelled", [], 0]);
  });

  for (const [what, now] of [
    ["somebody else has done it", so],
    ["it cannot be read any more", notKnown],
    ["it cannot be done any more", impossible],
    ["it is another thing by now", changed],
  ] as const) {
    it(`is asked anew, of what is open then, where ${what} meanwhile`, async () => {
      const isOpen = now.kind === "toDo" || now.kind === "notKnown";
      const looks = [{ a: toDo, b: toDo }, { a: now }, { a: now.kind === "toDo" ? toDo : now }] as const;
      const { questions, log, agreed } = await asked(looks, [yes, yes]);
      assert.deepEqual(questions, ["a b?", isOpen ? "a b?" : "b?"]);
      assert.deepEqual([log.length, agreed], [2, 2]);
    });
  }

  it("ends where what was asked about anew is refused", async () => {
    const { verdicts, questions } = await asked([{ a: toDo }, { a: changed }], [yes, no]);
    assert.deepEqual([verdicts, questions.length], ["cancelled", 2]);
  });

  it("ends where nothing is open any more", async () => {
    const { verdicts, questions } = await asked([{ a: toDo }, { a: so }], [yes]);
    assert.deepEqual([verdicts, questions.length], [[so], 1]);
  });

  const typed = { title: "Paint a", prompt: "Type its name", text: "a", wrong: "Type a to paint it" };

  it("wants something typed besides, where it says so", async () => {
    const { verdicts, inputs } = await asked([{ a: toDo }], [yes, { input: "a" }], typed);
    assert.deepEqual(verdicts, [toDo]);
    assert.deepEqual(inputs, ["Paint a", "Type its name", "Type a to paint it"]);
  });

  for (const [what, script] of [
    ["nothing is typed", [yes, "escape"]],
    ["the modal says no, and nothing is asked after it", [no]],
  ] as const) {
    it(`is cancelled where ${what}`, async () => {
      const { verdicts, log } = await asked([{ a: toDo }], script, typed);
      assert.deepEqual([verdicts, log], ["cancelled", []]);
    });
  }
});

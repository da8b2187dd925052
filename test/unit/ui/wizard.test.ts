import assert from "node:assert/strict";
import { runWizard, type Step, type StepEnd } from "../../../src/ui/wizard";
import { silentUi } from "../../support/scriptedUi";

interface Context {
  readonly asked: string[];
  readonly script: StepEnd[];
  more?: boolean;
}

function step(field: string, isNeeded: (context: Context) => boolean = () => true): Step<Context> {
  return {
    field,
    isNeeded,
    async ask(context, at) {
      context.asked.push(`${field} ${at.step}/${at.totalSteps}${at.canGoBack ? " back" : ""}`);
      return context.script.shift() ?? "next";
    },
  };
}

async function run(steps: readonly Step<Context>[], script: StepEnd[], from?: string) {
  const context: Context = { asked: [], script };
  const end = await runWizard("Title", steps, context, silentUi, from);
  return { end, asked: context.asked };
}

describe("a flow of steps", () => {
  it("asks the needed steps in order, counted", async () => {
    const steps = [step("a"), step("b", () => false), step("c")];
    assert.deepEqual(await run(steps, []), { end: "finished", asked: ["a 1/2", "c 2/2 back"] });
  });

  it("goes back and forth", async () => {
    const { asked } = await run([step("a"), step("b")], ["next", "back", "next", "next"]);
    assert.deepEqual(asked, ["a 1/2", "b 2/2 back", "a 1/2", "b 2/2 back"]);
  });

  it("ends at Escape", async () => {
    assert.deepEqual(await run([step("a"), step("b")], ["next", "cancel"]), {
      end: "cancelled",
      asked: ["a 1/2", "b 2/2 back"],
    });
  });

  it("begins at the step that a failure leads back to", async () => {
    assert.deepEqual((await run([step("a"), step("b"), step("c")], [], "b")).asked, [
      "b 2/3 back",
      "c 3/3 back",
    ]);
  });

  it("takes up steps that an answer makes needed", async () => {
    const asks: Step<Context> = {
      ...step("a"),
      async ask(context) {
        context.more = true;
        return "next";
      },
    };
    const { asked } = await run([asks, step("b", ({ more }) => more === true), step("c")], []);
    assert.deepEqual(asked, ["b 2/3 back", "c 3/3 back"]);
  });

  it("passes over what an earlier answer has answered too, and Back leads to it", async () => {
    const steps = [step("a"), { ...step("b"), isPassed: () => true }, step("c")];
    const { asked } = await run(steps, ["next", "back", "next", "next"]);
    assert.deepEqual(asked, ["a 1/3", "c 3/3 back", "b 2/3 back", "c 3/3 back"]);
  });

  it("asks nothing where nothing is needed", async () => {
    assert.deepEqual(await run([step("a", () => false)], []), { end: "finished", asked: [] });
  });
});

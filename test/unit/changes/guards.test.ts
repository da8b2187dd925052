import assert from "node:assert/strict";
import { Guards } from "../../../src/changes/guards";
import type { Settings } from "../../../src/core/settings";
import type { Answer, InputQuestion } from "../../../src/ui/ui";
import { scriptedServices } from "../../support/scriptedServices";
import { type Scripted, ScriptedUi } from "../../support/scriptedUi";

/** Writes down what it is asked, and what is said to a wrong name. */
class Asked extends ScriptedUi {
  readonly prompts: string[] = [];

  override input(question: InputQuestion): Promise<Answer<string>> {
    const wrong = question.check("wrong");
    this.prompts.push(
      question.at.title,
      question.prompt,
      "message" in wrong ? (wrong.message ?? "") : "taken",
    );
    return super.input(question);
  }
}

function guarded(settings: Partial<Settings>, isInteractive: boolean, ...script: readonly Scripted[]) {
  const ui = new Asked(...script);
  const { services } = scriptedServices(ui);
  let now = { ...services.state.settings(), ...settings };
  const guards = new Guards({ ui, state: { ...services.state, settings: () => now } }, isInteractive);
  const set = (more: Partial<Settings>) => {
    now = { ...now, ...more };
  };
  return { ui, guards, set };
}

describe("the guards of a change", () => {
  it("let through what is not protected, and ask nobody", async () => {
    const { guards, ui } = guarded({ protectedProfiles: ["prod"] }, true);
    assert.equal(await guards.ask(["dev", "stage"]), undefined);
    assert.equal(guards.refusal("dev"), undefined);
    assert.deepEqual(ui.prompts, []);
  });

  it("ask for the name of each protected profile once, and remember it", async () => {
    const { guards, ui } = guarded(
      { protectedProfiles: ["prod*"] },
      true,
      { input: "prod-a" },
      { input: "prod-b" },
    );
    assert.equal(guards.refusal("prod-a")?.kind, "protected");
    assert.equal(await guards.ask(["prod-a", "dev", "prod-b", "prod-a"]), undefined);
    assert.deepEqual(
      ui.prompts,
      ["prod-a", "prod-b"].flatMap((name) => [
        `${name} is protected`,
        `Type the profile's name to change something in it: ${name}`,
        `Type ${name} to go on`,
      ]),
    );
    assert.equal(guards.refusal("prod-a"), undefined);
    assert.equal(await guards.ask(["prod-a", "prod-b"]), undefined, "without another question");
    assert.equal(guards.refusal("prod-c")?.kind, "protected");
  });

  it("end with the first name that is not typed, asking for no other", async () => {
    const { guards, ui } = guarded({ protectedProfiles: ["prod*"] }, true, "escape");
    assert.deepEqual(await guards.ask(["prod-a", "prod-b"]), {
      kind: "cancelled",
      message: "Nothing was changed",
    });
    ui.assertAllAsked();
    assert.equal(guards.refusal("prod-a")?.kind, "protected");
  });

  it("refuse a protected profile where nobody is there to answer", async () => {
    const { guards, ui } = guarded({ protectedProfiles: ["prod"] }, false);
    assert.deepEqual(await guards.ask(["dev", "prod"]), {
      kind: "protected",
      message:
        "prod is a protected profile, so nothing was changed. The setting is elasticacheAccess.protectedProfiles",
    });
    assert.deepEqual(ui.prompts, []);
  });

  it("refuse all in read-only mode, whoever is there, also when it is turned on meanwhile", async () => {
    const { guards, ui, set } = guarded({ protectedProfiles: ["prod"] }, true, { input: "prod" });
    assert.equal(await guards.ask(["prod"]), undefined);
    set({ readOnly: true });
    assert.equal((await guards.ask(["prod"]))?.kind, "readOnly");
    assert.deepEqual(
      ["prod", "dev"].map((profile) => guards.refusal(profile)?.kind),
      ["readOnly", "readOnly"],
    );
    assert.equal(ui.asked.length, 1);
    set({ readOnly: false });
    assert.equal(guards.refusal("prod"), undefined);
  });
});

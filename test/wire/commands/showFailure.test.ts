import assert from "node:assert/strict";
import { showFailure } from "../../../src/commands/showFailure";
import { CommandWorld } from "../../support/commandWorld";
import { ScriptedUi } from "../../support/scriptedUi";
import { makeWorld, type World } from "../aws/support/world";

const message = "The sign-in has ended. Run it, then refresh";

describe("a failure that somebody shows", () => {
  let world: CommandWorld;
  let files: World;
  before(async () => {
    world = await CommandWorld.start();
    files = await makeWorld(
      "[profile dev]\nregion = eu-west-1\nsso_start_url = https://x.awsapps.com/start\nsso_region = eu-west-1\nsso_account_id = 123456781234\nsso_role_name = R\n" +
        "[profile keys]\nregion = eu-west-1\naws_access_key_id = AKIADEV\naws_secret_access_key = devsecretdevsecret\n",
    );
  });
  after(async () => {
    await files.close();
    await world.close();
  });

  /** What is offered, and what was run when it was taken. */
  async function shown(params: object, action = "Run aws sso login") {
    const ui = new ScriptedUi();
    ui.action = action;
    const services = { ...world.servicesFor(ui), aws: async () => files.aws };
    const { outcome } = await showFailure.run({ ...params }, services);
    await new Promise((resolve) => setImmediate(resolve));
    return { outcome, actions: ui.messages[0]?.actions ?? [], ran: ui.terminal, copied: ui.copied };
  }
  const failure = (remedy: string) => ({ kind: "credentials", message, remedy });

  it("runs what renews the profile, whatever a caller says", async () => {
    const { ran } = await shown({ profile: "dev", failure: failure("aws sso login --profile dev; touch x") });
    assert.deepEqual(ran, ["aws sso login --profile dev"]);
  });

  it("runs nothing for a profile that nothing renews, one that is not there, and none", async () => {
    for (const profile of ["keys", "nobody", undefined, 3]) {
      const { actions, ran } = await shown({ profile, failure: failure("aws sso login --profile dev") });
      assert.deepEqual([actions, ran], [["Retry"], []]);
    }
  });

  it("copies a statement for one action, and no pattern", async () => {
    const denied = (action: string) =>
      shown({ failure: { kind: "accessDenied", message, action } }, "Copy Policy Statement");
    assert.match((await denied("ec2:CreateTags")).copied[0] ?? "", /"Action": "ec2:CreateTags"/);
    for (const action of ["iam:*", "*", "*:*", "ec2:Create*", 'ec2:A", "Resource": "x']) {
      assert.deepEqual((await denied(action)).copied, []);
    }
  });

  it("is one in form", async () => {
    for (const odd of [
      undefined,
      "x",
      { kind: "odd", message },
      { kind: "network", message: { a: 1 } },
      { kind: "network", message, remedy: ["aws"] },
      { kind: "network", message, requestId: 7 },
    ]) {
      assert.equal((await shown({ failure: odd })).outcome, "failed");
    }
  });
});

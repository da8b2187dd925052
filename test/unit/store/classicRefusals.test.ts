import assert from "node:assert/strict";
import { failed, type Outcome, succeeded } from "../../../src/core/outcome";
import { AccountStore } from "../../../src/store/accountStore";
import { ClassicRefusals } from "../../../src/store/classicRefusals";

const retired = failed({ kind: "classicRetired", message: "not permitted in this API version" });
const target = (profile: string, region = "us-west-2") => ({ profile, region });

/** Two profiles of one account, and one of another. */
function classic() {
  const accountOf: Readonly<Record<string, string>> = { dev: "1", ops: "1", other: "2" };
  return new ClassicRefusals(
    new AccountStore(async () => ({
      callerIdentity: async ({ profile }) => succeeded({ accountId: accountOf[profile] ?? "", arn: "" }),
    })),
  );
}

describe("an account that refuses cache security groups", () => {
  it("is asked once for each region, whichever of its profiles asks", async () => {
    const store = classic();
    const asked: string[] = [];
    const ask = (profile: string, region?: string) =>
      store.ask(target(profile, region), async () => {
        asked.push(`${profile} ${region ?? ""}`.trim());
        return profile === "other" ? succeeded("groups") : retired;
      });
    await ask("dev");
    assert.deepEqual(await ask("ops"), retired);
    assert.deepEqual(await ask("other"), succeeded("groups"));
    await ask("dev", "eu-west-1");
    assert.deepEqual(asked, ["dev", "other", "dev eu-west-1"]);
    store.forget();
    await ask("dev");
    assert.equal(asked.length, 4);
  });

  it("is not held against the credentials that come while it answers", async () => {
    const store = classic();
    let answer: (outcome: Outcome<string>) => void = () => undefined;
    const older = store.ask<string>(
      target("dev"),
      () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    );
    await new Promise((resolve) => setImmediate(resolve));
    store.forget();
    answer(retired);
    assert.deepEqual(await older, retired);
    assert.deepEqual(await store.ask(target("dev"), async () => succeeded("groups")), succeeded("groups"));
  });

  it("is asked once when its profiles ask at the same time", async () => {
    const store = classic();
    const asked: string[] = [];
    const ask = (profile: string, answer: Outcome<string>) =>
      store.ask(target(profile), async () => {
        asked.push(profile);
        await new Promise((resolve) => setTimeout(resolve, 5));
        return answer;
      });
    const answers = await Promise.all([
      ask("dev", retired),
      ask("ops", retired),
      ask("other", succeeded("groups")),
    ]);
    assert.deepEqual(answers, [retired, retired, succeeded("groups")]);
    assert.deepEqual(asked.sort(), ["dev", "other"]);
  });

  it("is not waited for where nobody tells its number", async () => {
    const store = new ClassicRefusals(
      new AccountStore(async () => ({ callerIdentity: () => new Promise(() => {}) })),
    );
    const first = store.ask(target("dev"), async () => succeeded("dev's"));
    const second = store.ask(target("ops"), async () => succeeded("ops'"));
    assert.deepEqual(await Promise.all([first, second]), [succeeded("dev's"), succeeded("ops'")]);
  });
});

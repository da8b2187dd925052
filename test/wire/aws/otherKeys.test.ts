import assert from "node:assert/strict";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createAws } from "../../../src/aws";
import { callersFrom } from "../../../src/history/callers";
import { Journal, journalBounds } from "../../../src/history/journal";
import { recordChanges } from "../../../src/history/recordChanges";
import { readSharedConfig } from "../../../src/profiles/sharedConfig/read";
import { AccountStore } from "../../../src/store/accountStore";
import { CacheStore } from "../../../src/store/cacheStore";
import { ClassicRefusals } from "../../../src/store/classicRefusals";
import { GroupStore } from "../../../src/store/groupStore";
import { followKeys } from "../../../src/store/profileChanges";
import { ProfileStore } from "../../../src/store/profileStore";
import { VpcStore } from "../../../src/store/vpcStore";
import { noEnds } from "../../support/noEnds";
import { until } from "../../support/until";
import { accountWith, type FakeAws, result, startFakeAws, xml } from "./support/fakeAws";
import { makeWorld, valueIn, type World } from "./support/world";

const target = { profile: "p", region: "us-west-2" };
const accountOf: Readonly<Record<string, string>> = {
  AKIAONE: "111111111111",
  AKIATWO: "222222222222",
  AKIAONEAGAIN: "111111111111",
};

describe("a credential_process that begins to give other keys", () => {
  let fake: FakeAws;
  let world: World;
  beforeEach(async () => {
    fake = await startFakeAws((asked, response, nth) => {
      const account = accountOf[asked.accessKeyId ?? ""] ?? "";
      if (asked.action === "GetCallerIdentity") {
        const arn = `arn:aws:iam::${account}:user/x`;
        xml(
          response,
          result(asked.action, `<Account>${account}</Account><Arn>${arn}</Arn><UserId>X</UserId>`),
        );
      } else if (asked.action === "DeleteCacheSecurityGroup") {
        xml(response, result(asked.action, ""));
      } else {
        void accountWith(`of-${account}`)(asked, response, nth);
      }
    });
    world = await makeWorld("");
    const print = `console.log(require("fs").readFileSync(__dirname + "/keys.json", "utf8"))`;
    await writeFile(join(world.home, "tool.cjs"), print);
    const command = `"${process.execPath}" "${join(world.home, "tool.cjs")}"`;
    await world.write(
      "config",
      `[profile p]\nregion = us-west-2\nendpoint_url = ${fake.url}\ncredential_process = ${command}\n`,
    );
  });
  afterEach(async () => {
    await world.close();
    await fake.close();
  });

  /** What the process prints from now on. Keys are renewed a minute before they end, so that these last a moment. */
  const print = (AccessKeyId: string) =>
    writeFile(
      join(world.home, "keys.json"),
      JSON.stringify({
        ...{ Version: 1, AccessKeyId, SecretAccessKey: "process-secret" },
        Expiration: new Date(Date.now() + 60_150).toISOString(),
      }),
    );

  function window() {
    const place = { environment: {}, home: world.home };
    const profiles = new ProfileStore(() => readSharedConfig(place));
    let following: Promise<void> = Promise.resolve();
    const created = createAws({
      ...place,
      config: () => profiles.config(),
      requestTimeout: () => 5,
      processTimeout: () => 60,
      askMfaCode: async () => undefined,
      keysReplaced: (profile) => {
        following = followKeys(state, classic, profile);
      },
      log: () => undefined,
    });
    const aws = async () => created;
    const accounts = new AccountStore(aws);
    const classic = new ClassicRefusals(accounts);
    const caches = new CacheStore(aws, Date.now);
    const state = {
      ...{ profiles, accounts, caches, groups: new GroupStore(aws, classic, Date.now) },
      vpc: new VpcStore(aws, caches, Date.now),
      ends: noEnds(),
      settings: () => assert.fail("no setting is asked for"),
    };
    const journal = new Journal({
      ...journalBounds,
      folder: join(world.home, "history"),
      log: assert.fail,
      tell: assert.fail,
    });
    const changes = created.withChanges(recordChanges(journal, callersFrom(accounts)));
    return { created, changes, state, journal, followed: () => following };
  }

  it("has the account, the rows and the history of those that sign", async () => {
    const { created, changes, state, journal, followed } = window();
    try {
      await print("AKIAONE");
      await Promise.all([state.groups.load(target), state.accounts.load(target)]);
      assert.equal(state.accounts.get("p")?.accountId, "111111111111");
      const names = () => state.groups.get(target).value?.map(({ name }) => name);
      assert.deepEqual(names(), ["of-111111111111"]);
      await print("AKIATWO");
      await until(async () => {
        valueIn(await changes.deleteCacheSecurityGroup(target, "a"));
        return fake.asked.at(-1)?.accessKeyId === "AKIATWO";
      }, "the first keys end");
      await followed();
      assert.equal(state.accounts.get("p")?.accountId, "222222222222");
      assert.deepEqual(names(), ["of-222222222222"]);
      await until(
        async () => valueIn(await journal.read()).at(-1)?.caller === "arn:aws:iam::222222222222:user/x",
        "the history has it",
      );
    } finally {
      created.dispose();
    }
  });

  it("keeps its rows where they are of the same account", async () => {
    const { created, state, followed } = window();
    try {
      await print("AKIAONE");
      await Promise.all([state.groups.load(target), state.accounts.load(target)]);
      const asked = () => fake.asked.filter(({ action }) => action === "DescribeCacheSecurityGroups").length;
      const before = asked();
      await print("AKIAONEAGAIN");
      await until(async () => {
        valueIn(await created.callerIdentity(target));
        return fake.asked.at(-1)?.accessKeyId === "AKIAONEAGAIN";
      }, "the first keys end");
      await followed();
      assert.equal(state.accounts.get("p")?.accountId, "111111111111");
      assert.equal(asked(), before);
    } finally {
      created.dispose();
    }
  });
});

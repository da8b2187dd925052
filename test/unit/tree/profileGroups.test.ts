import assert from "node:assert/strict";
import type { Settings } from "../../../src/core/settings";
import { inMemoryProfile } from "../../../src/profiles/inMemoryProfiles";
import { profileGroups } from "../../../src/store/profileGroups";
import { ProfileStore } from "../../../src/store/profileStore";
import type { State } from "../../../src/store/state";
import { OpenTargets } from "../../../src/tree/openTargets";
import { readRows } from "../../../src/tree/readTree";
import { rootRows } from "../../../src/tree/roots";
import { CommandWorld } from "../../support/commandWorld";

const profiles = {
  "prod-payments": { role_arn: "arn:aws:iam::111122223333:role/admin", source_profile: "corp" },
  "dev/ann": { sso_session: "corp", sso_account_id: "444455556666" },
  "prod-shop": { sso_session: "corp", sso_account_id: "111122223333" },
  default: {},
  corp: { sso_start_url: "https://corp.example/start" },
  "dev/bob": { login_session: "arn:aws:iam::444455556666:user/bob", source_profile: "dev/bob" },
  "loop-a": { source_profile: "loop-b" },
  "-dash": {},
};

describe("profiles that stand together", () => {
  let world: CommandWorld;
  before(async () => {
    world = await CommandWorld.start();
  });
  after(() => world.close());

  function state(groupProfiles?: Settings["groupProfiles"], favourites: readonly string[] = []): State {
    const store = new ProfileStore(async () => ({
      profiles: new Map(),
      ssoSessions: new Map(),
      services: new Map(),
      problems: [],
    }));
    store.setInMemory(
      "test",
      Object.entries(profiles).map(([name, settings]) =>
        inMemoryProfile(name, "files", { region: "us-west-2", ...settings }),
      ),
    );
    const settings = { ...world.settings, favourites, ...(groupProfiles ? { groupProfiles } : {}) };
    return { ...world.services.state, profiles: store, settings: () => settings };
  }
  const groups = (...given: Parameters<typeof state>) =>
    profileGroups(state(...given)).map(({ name, profiles: some }) =>
      name === undefined ? some.join() : `${name}: ${some.join()}`,
    );

  it("are none unless somebody wishes so: each is a row at the top", async () => {
    assert.deepEqual(groups(), Object.keys(profiles));
    const rows = await readRows(rootRows(state()), false);
    assert.deepEqual(
      rows.map(({ label, contextValue }) => [label, contextValue]),
      Object.keys(profiles).map((name) => [name, "profile"]),
    );
  });

  it("stand by the first part of their names, where several have it", () => {
    assert.deepEqual(groups("name"), [
      "prod: prod-payments,prod-shop",
      "dev: dev/ann,dev/bob",
      ...["default", "corp", "loop-a", "-dash"],
    ]);
  });

  it("stand by account, as the files name it; those of which it is not known stand alone", () => {
    assert.deepEqual(groups("account"), [
      "111122223333: prod-payments,prod-shop",
      "444455556666: dev/ann",
      ...["default", "corp", "dev/bob", "loop-a", "-dash"],
    ]);
  });

  it("stand by sign-in, also the one of the profile whose role they take", () => {
    assert.deepEqual(groups("signInSession"), [
      "https://corp.example/start: prod-payments,corp",
      "corp: dev/ann,prod-shop",
      "default",
      "arn:aws:iam::444455556666:user/bob: dev/bob",
      ...["loop-a", "-dash"],
    ]);
  });

  it("stand where the first of them does, favourites first", () => {
    assert.deepEqual(groups("name", ["corp", "dev/bob"]).slice(0, 3), [
      "corp",
      "dev: dev/bob,dev/ann",
      "prod: prod-payments,prod-shop",
    ]);
  });

  it("are rows below what they stand by, which says how many, and keep their ids", async () => {
    const grouped = await readRows(rootRows(state("name")), false);
    assert.deepEqual(
      grouped.slice(0, 2).map(({ label, description, contextValue }) => [label, description, contextValue]),
      [
        ["prod", "2 profiles", "profileGroup"],
        ["dev", "2 profiles", "profileGroup"],
      ],
    );
    const ids = new Set((await readRows(rootRows(state()), false)).map(({ id }) => id));
    assert.ok((grouped[0]?.children ?? []).every(({ id }) => ids.has(id)));
  });

  it("move to their account when it becomes known", () => {
    const known = state("account");
    const accounts = Object.assign(Object.create(known.accounts), {
      get: (name: string) => (name === "dev/bob" ? { accountId: "444455556666", arn: "" } : undefined),
    });
    const [, dev] = profileGroups({ ...known, accounts });
    assert.deepEqual(dev, { name: "444455556666", profiles: ["dev/ann", "dev/bob"] });
  });
});

describe("what was open in the last window", () => {
  const [dev, eu] = [
    { profile: "dev", region: "us-west-2" },
    { profile: "dev", region: "eu-west-1" },
  ];
  let kept: unknown;
  const memory = {
    get: <T>() => kept as T | undefined,
    update: async (_: string, value: unknown) => {
      kept = value;
    },
  };

  it("is there to be opened, until it is", () => {
    kept = undefined;
    const last = new OpenTargets(memory);
    assert.deepEqual(last.left(), []);
    last.opened(dev);
    last.opened(eu);
    last.opened({ ...dev, profile: "prod" });
    last.closed({ ...dev, profile: "prod" });
    const next = new OpenTargets(memory);
    assert.deepEqual(next.left(), [dev, eu]);
    next.opened(eu);
    assert.deepEqual(next.left(), [dev]);
    assert.deepEqual(new OpenTargets(memory).left(), [eu], "what is open now counts next time");
  });

  it("does not count what was closed by hand", () => {
    kept = undefined;
    const last = new OpenTargets(memory);
    last.opened(dev);
    last.opened(eu);
    last.closed(dev);
    assert.deepEqual(new OpenTargets(memory).left(), [eu]);
    last.folded("dev");
    assert.deepEqual(new OpenTargets(memory).left(), []);
    last.unfolded("dev");
    assert.deepEqual(new OpenTargets(memory).left(), [eu], "what was open below is open again");
  });

  it("is nothing where something else stands in its place", () => {
    for (const value of ["dev", [dev.profile, null, { profile: 1, region: "x" }], { 0: dev }]) {
      kept = value;
      assert.deepEqual(new OpenTargets(memory).left(), []);
    }
  });
});

import assert from "node:assert/strict";
import { inMemoryProfile } from "../../../src/profiles/inMemoryProfiles";
import type { ProfileOrigin } from "../../../src/profiles/profile";
import { ProfileStore } from "../../../src/store/profileStore";
import { viewMessage } from "../../../src/tree/viewMessage";
import { CommandWorld } from "../../support/commandWorld";

const broken = { file: "/home/jane/.aws/config", line: 13, message: "Line 13 is not a setting" };

describe("what stands above the rows", () => {
  let world: CommandWorld;
  beforeEach(async () => {
    world = await CommandWorld.start();
  });
  afterEach(() => world.close());

  /** The words where there are these profiles, and the files have these problems. */
  const words = async (names: Readonly<Record<string, ProfileOrigin>>, problems: readonly object[] = []) => {
    const profiles = new ProfileStore(async () => ({
      profiles: new Map(),
      ssoSessions: new Map(),
      services: new Map(),
      problems: problems.map(() => broken),
    }));
    await profiles.read();
    profiles.setInMemory(
      "test",
      Object.entries(names).map(([name, origin]) => inMemoryProfile(name, origin, { region: "us-west-2" })),
    );
    return viewMessage({ ...world.services.state, profiles });
  };

  it("is nothing where there is nothing to say", async () => {
    assert.equal(await words({ dev: "files" }), "");
    assert.equal(await words({}), "", "an empty view has its welcome");
    assert.equal(await words({ dev: "files", "sandbox-classic": "sandbox" }), "");
  });

  it("says where all that is there is the sandbox", async () => {
    assert.match(
      await words({ "sandbox-classic": "sandbox" }),
      /^No AWS profiles were found\. This is the sandbox/,
    );
  });

  it("says where no profile could be read", async () => {
    assert.match(await words({}, [broken]), /^No profile could be read/);
    assert.equal(await words({ dev: "files" }, [broken]), "", "the others are there");
  });

  it("says where all that was opened failed, and not where one of two did", async () => {
    const { state } = world.services;
    const [good, bad] = [
      { profile: "sandbox-classic", region: "us-west-2" },
      { profile: "nobody", region: "us-west-2" },
    ];
    state.profiles.setInMemory("test", [inMemoryProfile("nobody", "files", { region: "us-west-2" })]);
    await Promise.all([state.groups.load(bad), state.caches.load(bad)]);
    assert.match(viewMessage(state), /^Nothing that was opened could be read/);
    await state.groups.load(good);
    assert.equal(viewMessage(state), "");
  });

  it("begins with read-only mode, which holds besides", async () => {
    world.settings = { ...world.settings, readOnly: true };
    const both = await words({ "sandbox-classic": "sandbox" });
    assert.match(both, /^Read-only mode is on.*\. No AWS profiles/);
  });
});

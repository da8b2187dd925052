import assert from "node:assert/strict";
import { inMemoryProfile } from "../../../src/profiles/inMemoryProfiles";
import type { SharedConfig } from "../../../src/profiles/profile";
import { ProfileStore } from "../../../src/store/profileStore";

function configWith(name: string): SharedConfig {
  const profiles = new Map([[name, inMemoryProfile(name, "files", {})]]);
  return { profiles, ssoSessions: new Map(), services: new Map(), problems: [] };
}

/** A store whose readings of the files end when told to, each with one profile. */
function store() {
  const end: ((name: string) => void)[] = [];
  const profiles = new ProfileStore(
    () => new Promise((resolve) => end.push((name) => resolve(configWith(name)))),
  );
  return { profiles, end };
}

const names = (config: SharedConfig) => [...config.profiles.keys()];

describe("the profiles", () => {
  it("are those of the latest reading, for the one too who began to read before", async () => {
    const { profiles, end } = store();
    const earlier = profiles.read();
    const later = profiles.read();
    end[0]?.("old");
    await new Promise((resolve) => setTimeout(resolve, 5));
    end[1]?.("new");
    assert.deepEqual(names(await earlier), ["new"]);
    assert.deepEqual(names(await later), ["new"]);
  });

  it("are not set back by a reading that began before and ends after", async () => {
    const { profiles, end } = store();
    const earlier = profiles.read();
    const later = profiles.read();
    end[1]?.("new");
    assert.deepEqual(names(await later), ["new"]);
    end[0]?.("old");
    assert.deepEqual(names(await earlier), ["new"]);
    assert.deepEqual(names(await profiles.config()), ["new"]);
  });
});

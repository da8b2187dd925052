import assert from "node:assert/strict";
import { isProtected, type Settings } from "../../../src/core/settings";

const settings: Settings = {
  profiles: [],
  regions: {},
  readOnly: false,
  protectedProfiles: ["prod", "live-*", "*(eu)"],
  requestTimeout: 10,
  settleTimeout: 120,
};

describe("protected profiles", () => {
  for (const name of ["prod", "live-", "live-eu", "shop (eu)"]) {
    it(`holds ${name}`, () => assert.ok(isProtected(settings, name)));
  }
  for (const name of ["production", "Prod", "my-live-eu", "shop (eu) 2", ""]) {
    it(`leaves ${JSON.stringify(name)}`, () => assert.ok(!isProtected(settings, name)));
  }
});

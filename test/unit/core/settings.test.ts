import assert from "node:assert/strict";
import { isProtected, type Settings } from "../../../src/core/settings";

const settings: Settings = {
  profiles: [],
  regions: {},
  readOnly: false,
  protectedProfiles: ["prod", "live-*", "*(eu)"],
  requestTimeout: 10,
  processTimeout: 60,
  settleTimeout: 120,
};

describe("protected profiles", () => {
  for (const name of [
    "prod",
    "Prod",
    "PROD",
    "live-",
    "live-eu",
    "Live-EU",
    "live-eu/Admin",
    "shop (eu)",
    "SHOP(EU)",
    "live-e\u0301",
    "pro\u200bd",
    "\ufeffprod",
    "pr\u00f6d",
    "L\u0130VE-eu",
  ]) {
    it(`holds ${name}`, () => assert.ok(isProtected(settings, name)));
  }
  for (const name of ["production", "my-live-eu", "shop (eu) 2", "live", ""]) {
    it(`leaves ${JSON.stringify(name)}`, () => assert.ok(!isProtected(settings, name)));
  }

  const holds = (pattern: string, name: string) =>
    isProtected({ ...settings, protectedProfiles: [pattern] }, name);

  it("are named by patterns in which * is anything, and nothing else is", () => {
    assert.ok(holds("prod*", "Prod/AdministratorAccess"));
    assert.ok(holds("*", ""));
    assert.ok(holds("a*b*c", "aXbXbXc"));
    assert.ok(holds("*prod*", "eu-PROD-1"));
    assert.ok(holds("stra\u00dfe", "STRASSE"));
    assert.ok(holds("caf\u00e9", "cafe\u0301"));
    assert.ok(!holds("a*a", "a"));
    assert.ok(!holds("a*bc*c", "abc"));
    assert.ok(!holds("prod.", "prods"));
    assert.ok(!holds("[p]rod", "prod"));
    assert.ok(!holds("", "prod"));
  });

  it("are found in no time, whatever the pattern", () => {
    const started = performance.now();
    assert.ok(!holds(`${"a*".repeat(5_000)}b`, "a".repeat(50_000)));
    assert.ok(performance.now() - started < 1_000);
  });
});

import assert from "node:assert/strict";
import { isProtected, type Settings } from "../../../src/core/settings";
import { takesAtMost } from "../../support/cpuTime";

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
    assert.ok(!holds("a*b*c", "a-c"));
    assert.ok(!holds("a*a", "a"));
    assert.ok(!holds("a*bc*c", "abc"));
    assert.ok(!holds("prod.", "prods"));
    assert.ok(!holds("[p]rod", "prod"));
    assert.ok(!holds("", "prod"));
  });

  it("are found by what their names look like", () => {
    for (const name of [
      "\uff50\uff52\uff4f\uff44", // full width
      "pr\u043ed", // a Cyrillic o
      "\u0440r\u043ed",
      "P\u0420OD".replace("P\u0420", "\u0420R"),
      "pr\u03bfd", // a Greek one
      "PR\u039fD",
      "\u{1d429}\u{1d42b}\u{1d428}\u{1d41d}", // mathematical, bold
      "\u1d18\u0280\u1d0f\u1d05", // small capitals
      "p\u00adrod", // a soft hyphen
      "prod\u200b",
      "\u2060prod",
      "pr\u034fod",
      "prod\u3164", // a letter that is nothing to see
      "pro\u0000d",
      "pro\u{e0064}d", // a tag
      "prod\u00a0",
      "pro\u202ed",
      "pro\u2800d", // a pattern of Braille without a dot
      "prod\ufffc",
    ]) {
      assert.ok(holds("prod", name), JSON.stringify(name));
      assert.ok(holds(name, "prod"), `a pattern like ${JSON.stringify(name)}`);
    }
    assert.ok(holds("prod-eu*", "prod\u2011eu/Admin"));
    assert.ok(holds("prod\u2217", "prod-1"));
    assert.ok(holds("prod\uff0a", "prod-1"));
    assert.ok(holds("shop eu", "shop\u00a0 eu"));
  });

  it("are found in upper and lower case in other alphabets too", () => {
    assert.ok(holds("\u043f\u0440\u043e\u0434*", "\u041f\u0420\u041e\u0414-1"));
    assert.ok(holds("\u03c0\u03b1\u03c1\u03b1*", "\u03a0\u0391\u03a1\u0391-1"));
    assert.ok(!holds("\u043f\u0440\u043e\u0434", "\u0442\u0435\u0441\u0442"));
  });

  it("are found in no time, whatever the pattern", () => {
    takesAtMost(1_000, () => assert.ok(!holds(`${"a*".repeat(5_000)}b`, "a".repeat(10_000))));
    assert.ok(holds("prod*", "a".repeat(10_001)), "nobody reads such a name");
  });
});

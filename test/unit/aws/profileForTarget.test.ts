import assert from "node:assert/strict";
import { FailureError } from "../../../src/aws/failures/failureError";
import { profileForTarget } from "../../../src/aws/profileForTarget";
import { sharedConfigOf } from "../../../src/profiles/sharedConfig/read";
import type { TextFile } from "../../../src/profiles/sharedConfig/readTextFile";

const target = { profile: "local", region: "us-west-2" };
const read = (text: string): TextFile => ({ state: "read", text });
const keys = read("[local]\naws_access_key_id = a\naws_secret_access_key = b\n");
const withConfig = (file: TextFile) =>
  sharedConfigOf({ path: "/home/me/.aws/config", file }, { path: "/home/me/.aws/credentials", file: keys });

describe("the profile of a target", () => {
  it("is refused while the file that may name its endpoint cannot be read: its keys would go to AWS", () => {
    const config = withConfig({ state: "unreadable", reason: "It is a folder" });
    assert.ok(config.profiles.has("local"));
    assert.throws(
      () => profileForTarget(target, config),
      (error) => {
        assert.ok(error instanceof FailureError);
        assert.equal(error.failure.kind, "credentials");
        assert.match(error.failure.message, /config cannot be read.*Nothing was sent/);
        return true;
      },
    );
  });

  it("needs no config file where there is none", () => {
    assert.equal(profileForTarget(target, withConfig({ state: "missing" })).name, "local");
    assert.equal(profileForTarget(target, withConfig(read(""))).name, "local");
  });
});

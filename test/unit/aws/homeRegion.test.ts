import assert from "node:assert/strict";
import { homeRegion } from "../../../src/aws/homeRegion";
import type { Profile, SharedConfig } from "../../../src/profiles/profile";

const profile = (settings: Readonly<Record<string, string>>): Profile => ({
  name: "p",
  origin: "files",
  settings: new Map(Object.entries(settings)),
  ...(settings["region"] === undefined ? {} : { region: settings["region"] }),
});
const config: SharedConfig = {
  profiles: new Map([["gov", profile({ region: "us-gov-east-1" })]]),
  ssoSessions: new Map(),
  services: new Map(),
  problems: [],
};
const home = (
  settings: Readonly<Record<string, string>>,
  environment: Readonly<Record<string, string>> = {},
) => homeRegion(profile(settings), config, environment);

describe("the region that a profile's requests for credentials go to", () => {
  it("is its own, else the environment's, else the first of its partition", () => {
    const [china, government] = ["arn:aws-cn:iam::1:role/r", "arn:aws-us-gov:iam::1:role/r"];
    assert.equal(home({ region: "eu-west-1" }, { AWS_REGION: "eu-west-2" }), "eu-west-1");
    assert.equal(home({}, { AWS_REGION: "eu-west-2", AWS_DEFAULT_REGION: "eu-west-3" }), "eu-west-2");
    assert.equal(home({}), "us-east-1");
    assert.equal(home({ role_arn: china }), "cn-north-1");
    assert.equal(home({ role_arn: china }, { AWS_REGION: "cn-northwest-1" }), "cn-northwest-1");
    assert.equal(home({ role_arn: government, source_profile: "gov" }), "us-gov-west-1");
    assert.equal(home({ source_profile: "gov" }), "us-gov-west-1");
  });

  it("is never one of another partition, where the role's credentials would count for nothing", () => {
    const role = { role_arn: "arn:aws-cn:iam::1:role/r" };
    assert.equal(home(role, { AWS_REGION: "us-east-1" }), "cn-north-1");
    assert.equal(home(role, { AWS_DEFAULT_REGION: "eu-west-1" }), "cn-north-1");
  });
});

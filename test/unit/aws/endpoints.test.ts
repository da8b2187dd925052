import assert from "node:assert/strict";
import { type Endpoint, endpointOf } from "../../../src/aws/endpoints/endpointOf";
import { FailureError } from "../../../src/aws/failures/failureError";
import type { Environment } from "../../../src/profiles/environment";
import { sharedConfigOf } from "../../../src/profiles/sharedConfig/read";
import fixture from "./endpoints.cases.json";

/**
 * Where botocore 1.43.11 sent a request of each service in us-west-2, for each environment and profile;
 * "refused" where it raised InvalidConfigError.
 */
interface Case {
  readonly environment: Environment;
  readonly profile: string;
  readonly sent: readonly string[];
}

const services = ["elasticache", "ec2", "sts"] as const;
const cases: readonly Case[] = fixture.cases;
const { config: text, credentials } = fixture;
const config = sharedConfigOf(
  { path: "config", file: { state: "read", text } },
  { path: "credentials", file: { state: "read", text: credentials } },
);

describe("endpoints, against botocore", () => {
  for (const { environment, profile: name, sent } of cases) {
    it(`${name} with ${JSON.stringify(environment)}`, () => {
      const profile = config.profiles.get(name) ?? assert.fail();
      const ours = services.map((service) => {
        try {
          return sentTo(service, endpointOf(service, profile, config, environment));
        } catch (error) {
          assert.ok(error instanceof FailureError);
          return "refused";
        }
      });
      assert.deepEqual(ours, sent);
    });
  }
});

/** Where the SDK sends a request in us-west-2, given this. */
function sentTo(service: string, { url, fips, dualstack }: Endpoint): string {
  const host = `${service}${fips ? "-fips" : ""}.us-west-2`;
  return url ?? `https://${host}.${dualstack ? "api.aws" : "amazonaws.com"}`;
}

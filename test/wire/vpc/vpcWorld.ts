import { createAws } from "../../../src/aws";
import type { AwsApi } from "../../../src/aws/api";
import { inMemoryProfile, withProfiles } from "../../../src/aws/inMemoryProfiles";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../../src/sandbox";

/** The VPC-only account of the sandbox, where the demo data is. */
export const vpc = { profile: "sandbox-vpc", region: "us-west-2" };

/** A sandbox, the AWS side that asks it, and the time by which its statuses move. */
export interface VpcWorld {
  readonly sandbox: Sandbox;
  readonly aws: AwsApi;
  /** What was logged: a line for each request. */
  readonly log: string[];
  pass(milliseconds: number): void;
  close(): Promise<void>;
}

export async function startVpcWorld(options: SandboxOptions = {}): Promise<VpcWorld> {
  let now = 0;
  const log: string[] = [];
  const sandbox = await startSandbox({ clock: () => now, ...options });
  const profiles = sandbox.profiles.map(({ name, accessKeyId, secretAccessKey }) =>
    inMemoryProfile(name, "sandbox", {
      aws_access_key_id: accessKeyId,
      aws_secret_access_key: secretAccessKey,
      region: sandbox.region,
      endpoint_url: sandbox.endpoint,
    }),
  );
  const none = { profiles: new Map(), ssoSessions: new Map(), services: new Map(), problems: [] };
  const aws = createAws({
    environment: {},
    home: "/nonexistent",
    config: async () => withProfiles(none, profiles),
    requestTimeout: () => 20,
    askMfaCode: async () => undefined,
    log: (line) => log.push(line),
  });
  return {
    sandbox,
    aws,
    log,
    pass: (milliseconds) => {
      now += milliseconds;
    },
    close: async () => {
      aws.dispose();
      await sandbox.close();
    },
  };
}

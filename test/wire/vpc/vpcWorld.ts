import { createAws } from "../../../src/aws";
import type { AwsApi } from "../../../src/aws/api";
import { inMemoryProfile, withProfiles } from "../../../src/profiles/inMemoryProfiles";
import type { SharedConfig } from "../../../src/profiles/profile";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../../src/sandbox";
import { AccountStore } from "../../../src/store/accountStore";
import { CacheStore } from "../../../src/store/cacheStore";
import { ClassicRefusals } from "../../../src/store/classicRefusals";
import { GroupStore } from "../../../src/store/groupStore";
import { ProfileStore } from "../../../src/store/profileStore";
import type { State } from "../../../src/store/state";
import { VpcStore } from "../../../src/store/vpcStore";
import { noEnds } from "../../support/noEnds";

/** The VPC-only account of the sandbox, where the demo data is. */
export const vpc = { profile: "sandbox-vpc", region: "us-west-2" };

/** A sandbox, the AWS side that asks it, and the time by which its statuses move. */
export interface VpcWorld {
  readonly sandbox: Sandbox;
  readonly aws: AwsApi;
  /** What the tree reads. */
  readonly state: State;
  /** What was logged: a line for each request. */
  readonly log: string[];
  pass(milliseconds: number): void;
  close(): Promise<void>;
}

/** `requestTimeout`: seconds for one call. */
export async function startVpcWorld(options: SandboxOptions = {}, requestTimeout = 20): Promise<VpcWorld> {
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
    requestTimeout: () => requestTimeout,
    processTimeout: () => 60,
    askMfaCode: async () => undefined,
    log: (line) => log.push(line),
  });
  return {
    sandbox,
    aws,
    state: stateOf(async () => withProfiles(none, profiles), aws),
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

function stateOf(config: () => Promise<SharedConfig>, api: AwsApi): State {
  const aws = async () => api;
  const accounts = new AccountStore(aws);
  const caches = new CacheStore(aws, Date.now);
  return {
    profiles: new ProfileStore(config),
    accounts,
    groups: new GroupStore(aws, new ClassicRefusals(accounts), Date.now),
    caches,
    vpc: new VpcStore(aws, caches, Date.now, (id) => accounts.all().get(id) ?? []),
    ends: noEnds(),
    settings: () => ({
      profiles: [],
      regions: {},
      readOnly: false,
      protectedProfiles: [],
      requestTimeout: 10,
      processTimeout: 60,
      settleTimeout: 120,
    }),
  };
}

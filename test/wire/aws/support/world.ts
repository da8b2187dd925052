import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createAws } from "../../../../src/aws";
import type { AwsApi } from "../../../../src/aws/api";
import type { AwsHost, MfaQuestion, NetworkSettings } from "../../../../src/aws/host";
import type { Failure } from "../../../../src/core/failures/failures";
import type { Outcome } from "../../../../src/core/outcome";
import { readSharedConfig } from "../../../../src/profiles/sharedConfig/read";

/** A home folder with AWS files of its own, and the AWS side that lives in it. */
export interface World {
  readonly aws: AwsApi;
  readonly home: string;
  readonly log: string[];
  readonly asked: MfaQuestion[];
  environment: Record<string, string | undefined>;
  seconds: number;
  processSeconds: number;
  network: NetworkSettings | undefined;
  mfa: (question: MfaQuestion, signal: AbortSignal) => Promise<string | undefined>;
  write(name: "config" | "credentials" | string, content: string): Promise<void>;
  close(): Promise<void>;
}

export async function makeWorld(config: string, credentials = ""): Promise<World> {
  const home = await mkdtemp(join(tmpdir(), "aws-world-"));
  await mkdir(join(home, ".aws"));
  const host: AwsHost = {
    network: () => world.network,
    get environment() {
      return world.environment;
    },
    home,
    config: () => readSharedConfig({ environment: world.environment, home }),
    requestTimeout: () => world.seconds,
    processTimeout: () => world.processSeconds,
    askMfaCode: (question, signal) => {
      world.asked.push(question);
      return world.mfa(question, signal);
    },
    log: (line) => world.log.push(line),
  };
  const world: World = {
    aws: createAws(host),
    home,
    log: [],
    asked: [],
    environment: {},
    seconds: 5,
    processSeconds: 60,
    network: undefined,
    mfa: async () => undefined,
    write: async (name, content) => {
      const path = join(home, ".aws", name);
      await mkdir(join(path, ".."), { recursive: true });
      await writeFile(path, content);
    },
    close: async () => {
      world.aws.dispose();
      await rm(home, { recursive: true, force: true });
    },
  };
  await world.write("config", config);
  await world.write("credentials", credentials);
  return world;
}

/** The value of an outcome that must be good. */
export function valueIn<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) {
    throw new Error(`Failed: ${JSON.stringify(outcome.failure)}`);
  }
  return outcome.value;
}

/** The failure of an outcome that must be one. */
export function failureIn(outcome: Outcome<unknown>): Failure {
  if (outcome.ok) {
    throw new Error(`Succeeded: ${JSON.stringify(outcome.value)}`);
  }
  return outcome.failure;
}

import { Agent } from "node:http";
import { ElastiCacheClient } from "@aws-sdk/client-elasticache";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { inMemoryProfile } from "../../src/profiles/inMemoryProfiles";
import { CommandWorld } from "../support/commandWorld";
import { type SpawnedSandbox, spawnSandbox } from "./spawnSandbox";

export const region = "us-west-2";

/** How many requests the product sends at a time to one host. */
export const width = 20;

export interface BenchWorld {
  readonly sandbox: SpawnedSandbox;
  /** The stores and commands, without a window, whose profiles lead to the sandbox. */
  readonly world: CommandWorld;
  close(): Promise<void>;
}

/** A sandbox, and a world whose profiles lead to it: see `worldAt`. */
export async function benchWorld(args: readonly string[], count?: number): Promise<BenchWorld> {
  const sandbox = await spawnSandbox(...args);
  const world = await worldAt(sandbox, count);
  return {
    sandbox,
    world,
    close: async () => {
      await world.close();
      sandbox.stop();
    },
  };
}

/** Profiles `count` of them, the first of the sandbox's under other names; or the sandbox's own. */
export async function worldAt({ said }: SpawnedSandbox, count?: number): Promise<CommandWorld> {
  const { endpoint, profiles } = said;
  const [first] = profiles;
  const wanted =
    count === undefined || first === undefined
      ? profiles
      : Array.from({ length: count }, (_, number) => ({ ...first, name: profileName(number) }));
  const world = await CommandWorld.start();
  world.services.state.profiles.setInMemory(
    "sandbox",
    wanted.map(({ name, accessKeyId, secretAccessKey }) =>
      inMemoryProfile(name, "sandbox", {
        region,
        endpoint_url: endpoint,
        aws_access_key_id: accessKeyId,
        aws_secret_access_key: secretAccessKey,
      }),
    ),
  );
  return world;
}

export function profileName(number: number): string {
  return `account-${String(number).padStart(3, "0")}`;
}

/** The same connections and time-outs that the product has. */
export function plainHandler(): NodeHttpHandler {
  return new NodeHttpHandler({
    connectionTimeout: 5_000,
    requestTimeout: 10_000,
    throwOnRequestTimeout: true,
    httpAgent: new Agent({ keepAlive: true, maxSockets: width }),
  });
}

/** The SDK as anybody would use it, and nothing of ours. */
export function plainClient({ said }: SpawnedSandbox, requestHandler = plainHandler()): ElastiCacheClient {
  const [profile] = said.profiles;
  return new ElastiCacheClient({
    region,
    endpoint: said.endpoint,
    credentials: {
      accessKeyId: profile?.accessKeyId ?? "",
      secretAccessKey: profile?.secretAccessKey ?? "",
    },
    requestHandler,
  });
}

import { EC2Client } from "@aws-sdk/client-ec2";
import { ElastiCacheClient } from "@aws-sdk/client-elasticache";
import { SchedulerClient } from "@aws-sdk/client-scheduler";
import { SSMClient } from "@aws-sdk/client-ssm";
import { STSClient } from "@aws-sdk/client-sts";
import { type Sandbox, type SandboxOptions, startSandbox } from "../../../src/sandbox/index";

/** Starts a sandbox before each test of the suite and closes it after, with a clock that only the test moves. */
export function sandboxForEach(options: SandboxOptions = {}) {
  let now = 0;
  let sandbox: Sandbox;
  const open: { destroy(): void }[] = [];
  beforeEach(async () => {
    now = 0;
    sandbox = await startSandbox({ clock: () => now, ...options });
  });
  afterEach(async () => {
    for (const client of open.splice(0)) {
      client.destroy();
    }
    await sandbox.close();
  });
  const kept = <T extends { destroy(): void }>(client: T): T => {
    open.push(client);
    return client;
  };
  return {
    get sandbox() {
      return sandbox;
    },
    wait(milliseconds: number) {
      now += milliseconds;
    },
    elasticache: (who: Who = {}) => kept(new ElastiCacheClient(configuration(sandbox, who))),
    ec2: (who: Who = {}) => kept(new EC2Client(configuration(sandbox, who))),
    scheduler: (who: Who = {}) => kept(new SchedulerClient(configuration(sandbox, who))),
    ssm: (who: Who = {}) => kept(new SSMClient(configuration(sandbox, who))),
    sts: (who: Who = {}) => kept(new STSClient(configuration(sandbox, who))),
  };
}

interface Who {
  readonly profile?: string;
  readonly region?: string;
  readonly accessKeyId?: string;
  readonly secretAccessKey?: string;
  readonly systemClockOffset?: number;
}

function configuration(sandbox: Sandbox, who: Who) {
  const name = who.profile ?? "sandbox-classic";
  const profile = sandbox.profiles.find((candidate) => candidate.name === name);
  return {
    endpoint: sandbox.endpoint,
    region: who.region ?? sandbox.region,
    maxAttempts: 1,
    credentials: {
      accessKeyId: who.accessKeyId ?? profile?.accessKeyId ?? "",
      secretAccessKey: who.secretAccessKey ?? profile?.secretAccessKey ?? "",
    },
    ...(who.systemClockOffset === undefined ? {} : { systemClockOffset: who.systemClockOffset }),
  };
}

/** What a rejected call of the SDK says on the wire: `CacheSecurityGroupNotFound 404`. */
export async function refusal(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return "accepted";
  } catch (error) {
    return wireWords(error);
  }
}

function wireWords(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  const code = "Code" in error && typeof error.Code === "string" ? error.Code : error.name;
  const metadata = "$metadata" in error ? error.$metadata : undefined;
  const status =
    typeof metadata === "object" && metadata !== null && "httpStatusCode" in metadata
      ? metadata.httpStatusCode
      : "";
  return `${code} ${status}`;
}

import { asciiJson } from "../core/formats/cli";
import { type CommandLine, parseCommandLine, usage } from "./commandLine";
import { type Sandbox, type SandboxOptions, startSandbox } from "./index";
import { formatRecord } from "./requestLog";

/** Beside the ports of the caches themselves, and used by nothing well known. */
const usualPort = 7379;

async function main(args: readonly string[]): Promise<void> {
  let commandLine: CommandLine;
  try {
    commandLine = parseCommandLine(args);
  } catch (error) {
    complain(error);
    process.exitCode = 2;
    return;
  }
  if (commandLine.help) {
    print(usage);
    return;
  }
  for (const warning of commandLine.warnings) {
    process.stderr.write(`${warning}\n`);
  }
  try {
    const sandbox = await start(commandLine);
    print(commandLine.json ? JSON.stringify(summary(sandbox)) : greeting(sandbox));
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.once(signal, () => void sandbox.close());
    }
  } catch (error) {
    complain(error);
    process.exitCode = 1;
  }
}

async function start(commandLine: CommandLine): Promise<Sandbox> {
  const { port, data, latencyMs, settleMs, faults, json } = commandLine;
  const options: SandboxOptions = {
    data,
    latencyMs,
    faults,
    ...(settleMs === undefined ? {} : { settleMs }),
    onRequest: (record) => print(json ? asciiJson({ request: record }) : formatRecord(record)),
  };
  if (port !== undefined) {
    return startSandbox({ ...options, port });
  }
  return startSandbox({ ...options, port: usualPort }).catch(() => startSandbox(options));
}

function summary({ endpoint, region, profiles }: Sandbox) {
  return {
    endpoint,
    region,
    profiles: profiles.map(({ name, accountId, accessKeyId, secretAccessKey, classic }) => ({
      name,
      accountId,
      accessKeyId,
      secretAccessKey,
      classic,
    })),
  };
}

// The --endpoint-url is always spelled out: older CLIs ignore AWS_ENDPOINT_URL and would call AWS itself.
function greeting({ endpoint, region, profiles }: Sandbox): string {
  const [first] = profiles;
  const lines = profiles.map(
    ({ name, accountId, accessKeyId, secretAccessKey, classic }) =>
      `  ${name}  account ${accountId}${classic ? "" : " (VPC only)"}\n` +
      `    AWS_ACCESS_KEY_ID=${accessKeyId} AWS_SECRET_ACCESS_KEY=${secretAccessKey}`,
  );
  return [
    `The sandbox answers at ${endpoint}, region ${region}. Ctrl+C stops it.`,
    "",
    "Profiles:",
    ...lines,
    "",
    "Try:",
    `  AWS_ACCESS_KEY_ID=${first?.accessKeyId} AWS_SECRET_ACCESS_KEY=${first?.secretAccessKey} \\`,
    `    aws elasticache describe-cache-security-groups --region ${region} --endpoint-url ${endpoint}`,
    "",
  ].join("\n");
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

function complain(error: unknown): void {
  const text = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${text.split("\n")[0]}\n`);
}

// Whoever reads the log may stop reading it; the sandbox goes on.
process.stdout.on("error", () => undefined);

void main(process.argv.slice(2));

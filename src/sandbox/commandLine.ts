import { parseArgs } from "node:util";
import type { SandboxData } from "./data/sandboxData";
import { services } from "./data/scaledGroups";
import { isErrorCode } from "./errors";
import { type Fault, isNetworkFault, parseFault } from "./faults";

export interface CommandLine {
  readonly help: boolean;
  readonly json: boolean;
  /** Absent where it was not said: then the usual port, or a free one where that is taken. */
  readonly port?: number;
  readonly data: SandboxData;
  readonly latencyMs: number;
  readonly settleMs?: number;
  readonly faults: readonly Fault[];
  /** What is odd and yet done, each in a sentence. */
  readonly warnings: readonly string[];
}

export const usage = `Serves the ElastiCache, EC2 and STS APIs on this machine, with made-up accounts.

Usage: npm run sandbox -- [options]

  --port N              Listen on this port; 0 takes a free one (7379, or a free one if that is taken)
  --data demo|empty|scale:N[:G]
                        Begin with the demo data, with nothing, or with N cache security groups, of G grants each
  --latency MS          Wait before each answer
  --settle MS           How long a grant is authorizing or revoking (1500)
  --fail [PROFILE/][REGION/]ACTION=CODE[:N%|*N]
                        Fail this way: always, N % of the times, or the first N times. ACTION may be *.
                        CODE is an API error (Throttling), or @html, @empty, @reset, @lost or @hang
  --json                Print JSON, one object a line
  --help                Print this

docs/sandbox.md says what each answer is.`;

/** Reads the command line. Throws an Error whose message is one line for the one who typed it. */
export function parseCommandLine(args: readonly string[]): CommandLine {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: "string" },
      data: { type: "string" },
      latency: { type: "string" },
      settle: { type: "string" },
      fail: { type: "string", multiple: true },
      json: { type: "boolean" },
      help: { type: "boolean", short: "h" },
    },
  });
  const faults = (values.fail ?? []).map(parseFault);
  return {
    help: values.help ?? false,
    json: values.json ?? false,
    ...(values.port === undefined ? {} : { port: wholeNumber("--port", values.port, 65_535) }),
    data: parseData(values.data ?? "demo"),
    latencyMs: wholeNumber("--latency", values.latency ?? "0", 3_600_000),
    ...(values.settle === undefined ? {} : { settleMs: wholeNumber("--settle", values.settle, 3_600_000) }),
    faults,
    warnings: faults
      .filter(({ code }) => !isErrorCode(code) && !isNetworkFault(code))
      .map(({ code }) => `${code} is not a code that the sandbox knows; it is answered with HTTP status 400`),
  };
}

function parseData(text: string): SandboxData {
  if (text === "demo" || text === "empty") {
    return text;
  }
  if (!text.startsWith("scale:")) {
    throw new Error(`--data is demo, empty or scale:N, not '${text}'`);
  }
  const [, groups = "", grants, ...more] = text.split(":");
  const scale = wholeNumber("--data scale:N", [groups, ...more].join(":"), 1_000_000);
  if (scale === 0) {
    throw new Error("--data scale:N has 1 group at least: default is always there");
  }
  return grants === undefined
    ? { scale }
    : { scale, grants: wholeNumber("--data scale:N:G", grants, services) };
}

function wholeNumber(option: string, text: string, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value <= most) {
    return value;
  }
  throw new Error(`${option} takes a whole number from 0 to ${most}, not '${text}'`);
}

import type { Cache } from "../caches/cache";
import type { CliPlace } from "../formats/cli";
import { posixLine } from "../formats/cli";
import { clientWords } from "../formats/clientCommand";
import { plainJson, powerShellLineOf } from "../formats/powerShell";
import { startSessionWords, type Tunnel } from "../formats/startSession";
import type { Target } from "../target";
import { escaped } from "./escaped";

/** The line that opens a tunnel, and the one that connects through it. */
export interface TunnelLines {
  readonly posix: readonly [tunnel: string, client: string];
  readonly powerShell: readonly [tunnel: string, client: string];
}

export function tunnelLines(tunnel: Tunnel, cache: Cache, place: CliPlace): TunnelLines {
  const client = clientWords(cache, { address: tunnel.host, port: tunnel.port }, tunnel.localPort);
  return {
    posix: [posixLine(startSessionWords(tunnel, place), place.environment), posixLine(client)],
    powerShell: [
      powerShellLineOf(startSessionWords(tunnel, place, plainJson), place.environment),
      powerShellLineOf(client),
    ],
  };
}

/** A page to read, and the lines of it that something can be done at, counted from 0. */
export interface TunnelPage {
  readonly text: string;
  readonly tunnelAt: number;
  readonly clientAt: number;
}

/** What to run, in which order, and what to know of it. */
export function tunnelPage(about: {
  readonly tunnel: Tunnel;
  readonly cache: Cache;
  readonly target: Target;
  readonly lines: TunnelLines;
  /** How the instance is called. */
  readonly through: string;
  /** What this machine lacks. */
  readonly missing: readonly string[];
}): TunnelPage {
  const { tunnel, cache, lines, through, missing } = about;
  const { profile, region } = about.target;
  const head = [
    `# Connect to ${escaped(cache.id)} through ${escaped(through)}`,
    "",
    escaped(
      `Instance ${tunnel.instanceId}, profile ${profile}, region ${region}. Needs ssm:StartSession on the instance and on the document.`,
    ),
    "",
    ...missing.flatMap((each) => [`**${escaped(each)}**`, ""]),
  ];
  const first = [
    `## 1. Open the tunnel: port ${tunnel.localPort} of this computer leads to ${escaped(`${tunnel.host}:${tunnel.port}`)}`,
    "",
    ...block("sh", lines.posix[0]),
    ...block("powershell", lines.powerShell[0]),
    "It stays open until Ctrl+C, or until nothing has used it for as long as Session Manager allows (20 minutes, unless changed).",
    "",
  ];
  const second = [
    "## 2. Connect, in another terminal",
    "",
    ...block("sh", lines.posix[1]),
    ...block("powershell", lines.powerShell[1]),
    ...notes(cache, tunnel).flatMap((each) => [`- ${escaped(each)}`]),
    "",
  ];
  return {
    text: [...head, ...first, ...second].join("\n"),
    tunnelAt: head.length,
    clientAt: head.length + first.length,
  };
}

function block(language: string, line: string): readonly string[] {
  return [`\`\`\`${language}`, line, "```", ""];
}

function notes(cache: Cache, { host }: Tunnel): readonly string[] {
  const shards =
    cache.clusterMode === "no"
      ? []
      : [
          `${cache.clusterMode === "yes" ? "In cluster mode" : "If the cache is in cluster mode"} the tunnel leads to one node at a time: what is kept on another shard is answered with MOVED and that node's address, which needs a tunnel of its own.`,
        ];
  const tls =
    cache.encryptionInTransit === "none"
      ? []
      : [`The certificate is for ${host}, not for this computer: the client is told that name.`];
  return [
    ...shards,
    ...tls,
    "The cache sees the instance's address: its rules let in the instance, not you.",
  ];
}

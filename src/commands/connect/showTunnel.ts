import { loadReach } from "../../bundles";
import type { Cache } from "../../core/caches/cache";
import { type CommandResult, done, failedResult } from "../../core/commandResult";
import type { Tunnel } from "../../core/formats/startSession";
import type { Target } from "../../core/target";
import { installedPlugin } from "../../ui/installedPlugin";
import type { TextAction } from "../../ui/ui";
import { cliPlace } from "../cliPlace";
import type { Services } from "../command";

interface About {
  readonly cache: Cache;
  readonly target: Target;
  readonly tunnel: Tunnel;
  readonly through: string;
}

/** Shows the two lines as a page, to be run in a terminal or copied. The value is the lines for a POSIX shell. */
export async function showTunnel(about: About, services: Services): Promise<CommandResult> {
  const { cache, target, tunnel } = about;
  const place = await cliPlace(target, "ssm", services);
  if (!place.ok) {
    return failedResult(place.failure);
  }
  const [{ tunnelLines, tunnelPage }, missing] = await Promise.all([loadReach(), whatIsMissing(services)]);
  const lines = tunnelLines(tunnel, cache, place.value);
  const page = tunnelPage({ ...about, lines, missing });
  const { ui, runCommand } = services;
  const actionsOf = (line: number, index: 0 | 1): readonly TextAction[] => [
    {
      ...{ line, title: "Run in Terminal" },
      run: () => ui.runInTerminal((process.platform === "win32" ? lines.powerShell : lines.posix)[index]),
    },
    { line, title: "Copy", run: () => void ui.copy(lines.posix[index]) },
    { line, title: "Copy for PowerShell", run: () => void ui.copy(lines.powerShell[index]) },
  ];
  const tested = { ...target, cacheKind: cache.kind, cacheId: cache.id, localPort: tunnel.localPort };
  await ui.showText({
    name: `Connect to ${cache.id}.md`,
    text: page.text,
    actions: [
      // What is missing here may be there where the line is copied to.
      ...actionsOf(page.tunnelAt, 0).slice(missing.length > 0 ? 1 : 0),
      ...actionsOf(page.clientAt, 1),
      {
        ...{ line: page.clientAt, title: "Test Connection" },
        run: () => void runCommand("testConnection", tested),
      },
    ],
  });
  return done(lines.posix);
}

/** What a tunnel needs on this machine, and is certainly not here. */
async function whatIsMissing({ installedCli, place }: Services): Promise<readonly string[]> {
  const [cli, plugin] = await Promise.all([installedCli(), installedPlugin(place)]);
  return [
    ...(cli.found === "none" ? ["No AWS CLI was found here, which opens the tunnel."] : []),
    ...(plugin === "none"
      ? [`No Session Manager plugin was found here, without which no tunnel opens. ${how}`]
      : []),
  ];
}

const how =
  "To install it: https://docs.aws.amazon.com/systems-manager/latest/userguide/session-manager-working-with-install-plugin.html";

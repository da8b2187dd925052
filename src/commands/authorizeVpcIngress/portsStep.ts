import { type PortRange, parsePorts, portRanges } from "../../core/rules/ports";
import { portWords } from "../../core/rules/traffic";
import { entryKey } from "../../ui/entryKey";
import type { PickEntry } from "../../ui/ui";
import type { Step } from "../../ui/wizard";
import { takeAnswer } from "../steps/takeAnswer";
import { targetOf } from "../steps/targetStep";
import { sharingCaches } from "../vpc/groupContext";
import { type AuthorizeVpcContext, knownPorts } from "./context";

/** Asks for the ports, where they are not simply the cache's own. */
export const portsStep: Step<AuthorizeVpcContext> = {
  field: "ports",
  isNeeded: (context) => knownPorts(context) === undefined,
  async ask(context, at, ui) {
    const { caches } = context.services.state;
    const target = targetOf(context);
    const answer = await ui.pick<readonly PortRange[]>({
      at,
      placeholder: "The ports: those of a cache, or type a port or a range",
      items: entries(context),
      ...(caches.get(target).value ? {} : { later: caches.load(target).then(() => entries(context)) }),
      fromText: (text) => {
        const ports = parsePorts(text);
        return typeof ports === "string"
          ? { label: ports, icon: "error", note: true }
          : { key: entryKey("typed", text), label: `Use ${words([ports])}`, icon: "pencil", value: [ports] };
      },
    });
    return takeAnswer(answer, (ports) => {
      context.chosenPorts = ports;
    });
  },
};

/** The ports of the caches that have the group, each once. */
function entries(context: AuthorizeVpcContext): readonly PickEntry<readonly PortRange[]>[] {
  const byPorts = new Map<string, { readonly ports: readonly number[]; readonly ids: string[] }>();
  for (const { id, ports } of sharingCaches(context)) {
    if (ports === undefined) {
      continue;
    }
    const known = byPorts.get(ports.join()) ?? { ports, ids: [] };
    known.ids.push(id);
    byPorts.set(ports.join(), known);
  }
  return [...byPorts.values()].map(({ ports, ids }) => ({
    key: entryKey("ports", ports.join()),
    label: words(portRanges(ports)),
    description: ids.join(", "),
    icon: "plug",
    value: portRanges(ports),
  }));
}

function words(ranges: readonly PortRange[]): string {
  return ranges.map((range) => portWords({ protocol: "tcp", ...range })).join(", ");
}

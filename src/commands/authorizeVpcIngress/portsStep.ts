import { type PortRange, parsePorts, portRanges } from "../../core/rules/ports";
import { portWords } from "../../core/rules/traffic";
import { note, typedEntry } from "../../ui/entries";
import { entryKey } from "../../ui/entryKey";
import { keepIn, pickStep } from "../../ui/steps";
import type { PickEntry } from "../../ui/ui";
import { firstRead } from "../steps/firstRead";
import { targetOf } from "../steps/targetStep";
import { sharingCaches } from "../vpc/groupContext";
import { type AuthorizeVpcContext, knownPorts } from "./context";

/** Asks for the ports, where they are not simply the cache's own. */
export const portsStep = pickStep<AuthorizeVpcContext, readonly PortRange[]>({
  field: "ports",
  isNeeded: (context) => knownPorts(context) === undefined,
  question: (context) => ({
    placeholder: "The ports: those of a cache, or type a port or a range",
    ...firstRead(context.services.state.caches, targetOf(context), () => entries(context)),
    fromText: (text) => {
      const ports = parsePorts(text);
      return typeof ports === "string" ? note("error", ports) : typedEntry(words([ports]), [ports]);
    },
  }),
  keep: keepIn("chosenPorts"),
});

/** The ports of the caches that have the group, each once. */
function entries(context: AuthorizeVpcContext): readonly PickEntry<readonly PortRange[]>[] {
  const caches = sharingCaches(context);
  const distinct = new Map(caches.map(({ ports }) => [ports?.join(), ports]));
  return [...distinct].flatMap(([key, ports]) =>
    key === undefined || ports === undefined
      ? []
      : {
          key: entryKey("ports", key),
          label: words(portRanges(ports)),
          description: caches
            .filter((cache) => cache.ports?.join() === key)
            .map(({ id }) => id)
            .join(", "),
          icon: "plug",
          value: portRanges(ports),
        },
  );
}

function words(ranges: readonly PortRange[]): string {
  return ranges.map((range) => portWords({ protocol: "tcp", ...range })).join(", ");
}

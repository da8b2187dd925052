import { loadReach } from "../bundles";
import { type Cache, portsText } from "../core/caches/cache";
import { done, failedResult } from "../core/commandResult";
import type { SourceVerdict } from "../core/reach/sourceVerdict";
import type { Command, Services } from "./command";
import { type Way, wayAccess } from "./explainReachability/explainWay";
import { withWayCache } from "./explainReachability/wayCache";

/** The sources that a cache's rules name, each with what the network makes of it. */
export const whoCanConnect: Command = {
  id: "whoCanConnect",
  run: (params, services) =>
    withWayCache("Who Can Connect?", params, services, async ({ cache, target }) => {
      if (cache.isPublic) {
        const message = `${cache.id} is public: who may connect is a matter of IAM, and not of security groups`;
        return failedResult({ kind: "invalidParameter", field: "cacheId", message });
      }
      const { ports } = cache;
      const work = async (): Promise<readonly SourceVerdict[]> => {
        if (ports === undefined) {
          return [portNotKnown(cache)];
        }
        const [reach, access] = await Promise.all([loadReach(), wayAccess(target, services)]);
        return reach.whoCanConnect(access, { cache, ports });
      };
      const value = await services.tree.whileBusy(work());
      await show({ cache, target }, value, services);
      return done(value);
    }),
};

/** Which of its rules let somebody in hangs on its port. */
function portNotKnown({ id, status }: Cache): SourceVerdict {
  const text = `The port of ${id} is not known yet (${status}), so whom its rules let in is not either.`;
  return { source: id, securityGroupRuleIds: [], verdict: "unknown", text, interfaces: [] };
}

const words = { reachable: "connects", blocked: "DOES NOT CONNECT", unknown: "NOT KNOWN" } as const;

function show(
  { cache, target }: Pick<Way, "cache" | "target">,
  verdicts: readonly SourceVerdict[],
  { ui }: Services,
): Promise<void> {
  const lines = verdicts.flatMap(({ source, verdict, text, interfaces }, index) => [
    `${index + 1}. ${words[verdict]} · ${source}: ${text}`,
    ...interfaces.map(({ id, verdict: own }) => `   - ${id}: ${words[own]}`),
  ]);
  const where = `profile ${target.profile}, region ${target.region}, ${cache.ports ? "TCP " : ""}${portsText(cache)}`;
  const head = [`# Who can connect to ${cache.id}`, "", `The sources that its rules name. ${where}.`, ""];
  const none = "Its rules name nobody.";
  return ui.showText({
    name: `Who can connect to ${cache.id}.md`,
    text: [...head, ...(lines.length > 0 ? lines : [none]), ""].join("\n"),
  });
}

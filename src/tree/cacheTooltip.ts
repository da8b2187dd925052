import { authWords } from "../core/caches/authentication";
import { type Cache, engineName, kindWords, portsText } from "../core/caches/cache";
import {
  encryptionWords,
  networkWords,
  notEvaluated,
  openInVpc,
  openToInternet,
} from "../core/caches/cacheFacts";
import { type Failure, firstSentence } from "../core/failures/failures";
import type { CacheReach } from "./cacheReach";
import { escapeMarkdown, tooltip } from "./markdown";

/** Why less is known: of the users who may log in, and of who is let in. */
interface LessKnown {
  readonly users: readonly Failure[];
  readonly reach: readonly Failure[];
}

/** What is known of a cache, and what it rests on. */
export function cacheTooltip(cache: Cache, reach: CacheReach, lessKnown: LessKnown): string {
  const [endpoint, ...others] = cache.endpoints;
  const { globalDatastore, authentication } = cache;
  const hasUsers = authentication.kind === "asked" && authentication.userGroups.length > 0;
  const facts = tooltip(
    cache.id,
    ["Engine", `${engineName(cache.engine)} ${cache.engineVersion}`.trim()],
    ["Kind", kindText(cache)],
    ["Status", cache.status],
    ["Endpoint", endpoint && `${endpoint.address}:${endpoint.port}`],
    ["More endpoints", others.length === 0 ? "" : String(others.length)],
    ["Ports", portsText(cache)],
    ["Member clusters", cache.members.join(", ")],
    ["Network", networkWords(cache)],
    ["Encryption in transit", encryptionWords(cache)],
    ["Authentication", authWords(authentication)],
    ["Global datastore", globalDatastore && `${globalDatastore.id} (${globalDatastore.role})`],
    ["ARN", cache.arn],
    ["Not known whether it is open", lessKnown.reach.map(reason).join("; ")],
    [
      "Less is known for want of",
      hasUsers ? lessKnown.users.flatMap(({ action }) => action ?? []).join(", ") : "",
    ],
  );
  const remarks = [reach === "open" ? openInVpc : "", reach === "public" ? openToInternet : notEvaluated];
  return [facts, ...remarks.filter((remark) => remark !== "").map(escapeMarkdown)].join("\n\n");
}

/** A missing permission by its name, which people search for; else what happened. */
function reason({ action, message }: Failure): string {
  return action === undefined ? firstSentence(message) : `${action} is missing`;
}

function kindText({ kind, clusterMode }: Cache): string {
  if (kind !== "replicationGroup") {
    return kindWords(kind);
  }
  const mode = { yes: ", cluster mode", no: "", notKnown: ", cluster mode not known" }[clusterMode];
  return `${kindWords(kind)}${mode}`;
}

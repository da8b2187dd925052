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
import type { Target } from "../core/target";
import type { CacheReach } from "./cacheReach";
import { shortTooltip } from "./markdown";

/** Why less is known: of the users who may log in, and of who is let in. */
interface LessKnown {
  readonly users: readonly Failure[];
  readonly reach: readonly Failure[];
}

/** What is known of a cache, and what it rests on. */
export function cacheTooltip(
  cache: Cache,
  reach: CacheReach,
  lessKnown: LessKnown & { readonly target: Target },
): string {
  const [endpoint, ...others] = cache.endpoints;
  const { globalDatastore, authentication } = cache;
  const hasUsers = authentication.kind === "asked" && authentication.userGroups.length > 0;
  const actions = hasUsers ? lessKnown.users.flatMap(({ action }) => action ?? []) : [];
  return shortTooltip(
    cache.id,
    [
      `${engineName(cache.engine)} ${cache.engineVersion}`.trim(),
      kindText(cache),
      cache.status,
      globalDatastore && `global datastore ${globalDatastore.id} (${globalDatastore.role})`,
    ],
    [
      endpoint ? `${endpoint.address}:${endpoint.port}` : portsText(cache),
      others.length === 0 ? "" : `${others.length} more`,
      networkWords(cache),
      encryptionWords(cache),
      authWords(authentication),
    ],
    [
      lessKnown.reach.length > 0
        ? `Not known whether it is open: ${lessKnown.reach.map((failure) => reason(failure, lessKnown.target)).join("; ")}`
        : "",
      actions.length > 0 ? `Less is known for want of ${actions.join(", ")}` : "",
      reach === "open" ? openInVpc : "",
      reach === "public" ? openToInternet : notEvaluated,
    ],
  );
}

/** A missing permission by its name, which people search for; else what happened. */
function reason({ action, message }: Failure, target: Target): string {
  return action === undefined ? firstSentence(message, target) : `${action} is missing`;
}

function kindText({ kind, clusterMode }: Cache): string {
  if (kind !== "replicationGroup") {
    return kindWords(kind);
  }
  const mode = { yes: ", cluster mode", no: "", notKnown: ", cluster mode not known" }[clusterMode];
  return `${kindWords(kind)}${mode}`;
}

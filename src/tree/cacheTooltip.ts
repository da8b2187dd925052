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
import type { CacheState } from "../store/state";
import { cacheReach, whyNotKnown } from "./cacheReach";
import { shortTooltip } from "./markdown";

/** What is known of a cache, and what it rests on. */
export function cacheTooltip(state: CacheState, target: Target, cache: Cache): string {
  const reach = cacheReach(state, target, cache);
  const notKnown = reach === "notKnown" ? whyNotKnown(state, target, cache) : [];
  const [endpoint, ...others] = cache.endpoints;
  const { globalDatastore, authentication } = cache;
  const hasUsers = authentication.kind === "asked" && authentication.userGroups.length > 0;
  const { usersFailures } = state.caches.get(target);
  const actions = hasUsers ? usersFailures.flatMap(({ action }) => action ?? []) : [];
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
      notKnown.length > 0
        ? `Not known whether it is open: ${notKnown.map((failure) => reason(failure, target)).join("; ")}`
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

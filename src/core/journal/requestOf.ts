import { type HistoryEntry, longestText } from "../history";
import { type ApiRequest, write } from "../requests/request";

/** The request that a change was. The history keeps its operation and its input, under the API's names. */
export function requestOf({ action, what }: Pick<HistoryEntry, "action" | "what">): ApiRequest {
  // Both services have operations about security groups; those of one are about caches.
  const service = /Cache|ReplicationGroup/.test(action) ? "elasticache" : "ec2";
  return write(service, action, { ...what }, {});
}

/** Whether the history has kept the whole of it: a very long text ends early there. */
export function isWhole({ what }: Pick<HistoryEntry, "what">): boolean {
  let whole = true;
  JSON.stringify(what, (_, value: unknown) => {
    whole &&= typeof value !== "string" || value.length <= longestText;
    return value;
  });
  return whole;
}

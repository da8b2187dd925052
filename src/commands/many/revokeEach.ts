import type { IngressItem } from "../../core/batchItem";
import { findGrant } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { count } from "../../core/plural";
import { isBusy, type ManyChange } from "./change";
import { takeChange } from "./takeChange";

/** RevokeCacheSecurityGroupIngress, once for each. */
export const revokeEach: ManyChange<IngressItem> = {
  title: "Revoke Ingress",
  doing: (number) => `Revoking ${count(number, "grant")}`,
  done: "revoked",
  send: async (item, services) => {
    const aws = await services.aws();
    const asked = services.state.groups.moment();
    return takeChange(await aws.revokeIngress(item, item), item, asked, services);
  },
  // Gone before anything was sent is not found, as when one is revoked alone.
  alreadySo: ({ kind }, again) => (kind === "notFound" && again ? "done" : undefined),
  isPassing: isBusy,
  isSo: (item, group) => {
    const grant = group && findGrant(group, item);
    return grant === undefined || grant.status === "revoking";
  },
};

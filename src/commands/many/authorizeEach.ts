import type { IngressItem } from "../../core/batchItem";
import { findGrant } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import { count } from "../../core/plural";
import { isBusy, type ManyChange } from "./change";
import { takeChange } from "./takeChange";

/** AuthorizeCacheSecurityGroupIngress, once for each. */
export const authorizeEach: ManyChange<IngressItem> = {
  title: "Authorize Many",
  doing: (number) => `Authorizing ${count(number, "grant")}`,
  done: "authorized",
  send: async (item, services) => {
    const aws = await services.aws();
    const asked = services.state.groups.moment();
    return takeChange(await aws.authorizeIngress(item, item), item, asked, services);
  },
  alreadySo: ({ kind }, again) => (kind !== "alreadyAuthorized" ? undefined : again ? "done" : "unchanged"),
  isPassing: isBusy,
  isSo: (item, group) => {
    const grant = group && findGrant(group, item);
    return grant?.status === "authorized" || grant?.status === "authorizing";
  },
};

import type { GroupItem } from "../../core/batchItem";
import { count } from "../../core/plural";
import type { ManyChange } from "./change";

/** DeleteCacheSecurityGroup, once for each. */
export const deleteEach: ManyChange<GroupItem> = {
  title: "Delete Cache Security Group",
  doing: (number) => `Deleting ${count(number, "cache security group")}`,
  done: "deleted",
  send: async (item, services) => {
    const { groups } = services.state;
    const aws = await services.aws();
    const asked = groups.moment();
    const name = item.cacheSecurityGroupName.toLowerCase();
    const answer = await aws.deleteCacheSecurityGroup(item, name);
    if (answer.ok) {
      groups.remove(item, name);
    } else if (answer.failure.kind === "notFound") {
      groups.remove(item, name, asked);
    }
    return answer;
  },
  alreadySo: ({ kind }, again) => (kind === "notFound" && again ? "done" : undefined),
  // A group in use stays so for longer than anybody waits.
  isPassing: ({ kind }) => kind === "throttled",
  isSo: (_, group) => group === undefined,
};

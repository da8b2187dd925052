import type { Changed } from "../../aws/api/cacheSecurityGroups";
import type { IngressItem } from "../../core/batchItem";
import { groupNotFound } from "../../core/failures/failureScope";
import type { Outcome } from "../../core/outcome";
import type { Services } from "../command";

/** Shows on its row what the change of a grant was answered with: the group as it is now, or that it is gone. */
export function takeChange(
  answer: Outcome<Changed>,
  item: IngressItem,
  asked: number,
  { state: { groups } }: Services,
): Outcome<Changed> {
  if (answer.ok) {
    groups.applyChange(item, answer.value.group, { asked, grant: item });
  } else if (answer.failure.code === groupNotFound) {
    groups.remove(item, item.cacheSecurityGroupName.toLowerCase(), asked);
  }
  return answer;
}

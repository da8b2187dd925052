import { groupNotFound } from "../failures/failureScope";
import type { Failure } from "../failures/failures";
import type { GroupItem } from "./items";

/** That a cache security group is not there, as a look has found before anything was sent. */
export function groupIsGone({ cacheSecurityGroupName, profile, region }: GroupItem): Failure {
  return {
    kind: "notFound",
    code: groupNotFound,
    message: `There is no cache security group ${cacheSecurityGroupName} in ${region} (${profile}). Nothing was sent`,
  };
}

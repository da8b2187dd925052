import { findGrant } from "../../core/cacheSecurityGroups/cacheSecurityGroup";
import type { Ingress } from "../../core/cacheSecurityGroups/ingress";
import type { Target } from "../../core/target";
import { executeAuthorize } from "../authorizeIngress/execute";
import type { Services } from "../command";
import { tellFailure } from "../tellFailure";
import { goneInstead, type Undo } from "../undo";

/** Authorizes again what was revoked, as long as nobody else has, and the group is still there. */
export function undoRevoke(target: Target, ingress: Ingress, services: Services): Undo {
  return {
    obstacle: async () => {
      const aws = await services.aws();
      const read = await aws.describeCacheSecurityGroup(target, ingress.cacheSecurityGroupName);
      if (!read.ok) {
        return goneInstead(read.failure, `${ingress.cacheSecurityGroupName} is not there any more`);
      }
      const grant = findGrant(read.value, ingress);
      return { ok: true, value: grant && `somebody has let it in again, its status is ${grant.status}` };
    },
    run: async () => {
      const result = await executeAuthorize({ target, ingress, interactive: true }, services);
      if (result.outcome === "failed") {
        tellFailure(result.failure, services);
      }
      return result;
    },
  };
}

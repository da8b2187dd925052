import { namedRole } from "../core/expiry/namedRole";
import { defaultExpiryRole, expiryRoleTemplate } from "../core/expiry/roleTemplate";
import { shownRegions } from "../store/state";
import type { Command } from "./command";
import { copied } from "./copyCommand";
import { withProfile } from "./steps/withProfile";

/**
 * Copies the CloudFormation template of the role that EventBridge Scheduler assumes for a profile: by the name that the
 * setting has, for the regions that the tree shows of the profile.
 */
export const copyExpiryRole: Command = {
  id: "copyExpiryRole",
  run: (params, services) =>
    withProfile("Copy Expiry Role as CloudFormation", params, services, (profile) => {
      const { state } = services;
      const role = namedRole(state.settings(), profile) ?? defaultExpiryRole;
      return copied(expiryRoleTemplate(role, shownRegions(state, profile)), services);
    }),
};

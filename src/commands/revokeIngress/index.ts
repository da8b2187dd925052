import { revokeGrants } from "../../changes/grants";
import { runChange } from "../../changes/run";
import { type CommandResult, cancelled } from "../../core/commandResult";
import { runWizard, type Step } from "../../ui/wizard";
import type { Command, Params, Services } from "../command";
import { ingressFields, isComplete, readFields, readItems } from "../fields";
import { isConfirmed, oneOrMany, withRead } from "../heads";
import { groupStep } from "../steps/groupStep";
import { targetStep } from "../steps/targetStep";
import { grantStep, type RevokeContext, revokedGrant } from "./grantStep";

const steps: readonly Step<RevokeContext>[] = [targetStep(), groupStep(), grantStep];

/** Lets EC2 security groups in no more. Asks in a modal first, unless `confirmed` stands for the answer. */
export const revokeIngress: Command = {
  id: "revokeIngress",
  changes: true,
  several: "sameKind",
  run: (params, services) =>
    oneOrMany(
      params,
      () => revokeOne(params, services),
      (items) => {
        const confirmed = isConfirmed(params);
        return withRead(readItems(items, ingressFields, services.state), (grants) =>
          runChange(
            revokeGrants(services),
            grants,
            { interactive: !confirmed, confirmed, many: true },
            services,
          ),
        );
      },
    ),
};

function revokeOne(params: Params, services: Services): Promise<CommandResult> {
  return withRead(readFields(params, ingressFields, services.state), async (given) => {
    const context: RevokeContext = { services, given, ...given };
    if ((await runWizard("Revoke Ingress", steps, context, services.ui)) === "cancelled") {
      return cancelled;
    }
    const confirmed = isConfirmed(params);
    const interactive = !confirmed || !isComplete(given, ingressFields);
    return runChange(revokeGrants(services), [revokedGrant(context)], { interactive, confirmed }, services);
  });
}

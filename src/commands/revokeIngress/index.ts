import { revokeGrants } from "../../changes/grants";
import { ingressFields } from "../../core/given/fields";
import { succeeded } from "../../core/outcome";
import { readFields, readItems } from "../../store/given/fields";
import { confirmedCommand } from "../confirmedCommand";
import { groupStep } from "../steps/groupStep";
import { type IngressContext, ingressOf } from "../steps/ingress";
import { targetStep } from "../steps/targetStep";
import { grantStep } from "./grantStep";

/** Lets EC2 security groups in no more. Asks in a modal first, unless `confirmed` stands for the answer. */
export const revokeIngress = confirmedCommand({
  id: "revokeIngress",
  title: "Revoke Ingress",
  steps: [targetStep, groupStep, grantStep("go")],
  change: revokeGrants,
  given: (params, { state }) => readFields(params, ingressFields, state),
  context: (given, services): IngressContext => ({ services, given, ...given }),
  itemOf: (context) => succeeded(ingressOf(context)),
  items: (items, { state }) => readItems(items, ingressFields, state),
});

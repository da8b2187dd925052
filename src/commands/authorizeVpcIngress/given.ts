import { invalidParameter } from "../../core/failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import { givenTags } from "../../core/rules/givenTags";
import { foreignRegion } from "../../store/foreignRegion";
import type { Params, Services } from "../command";
import { vpcFields } from "../vpc/fields";
import { ruleFields } from "../vpc/ruleFields";
import type { GivenVpcIngress } from "./context";

/** The fields given, each checked as if it had been entered. Sends nothing. */
export async function givenVpcIngress(params: Params, services: Services): Promise<Outcome<GivenVpcIngress>> {
  const given = await vpcFields(params, services);
  if (!given.ok) {
    return given;
  }
  const { region } = given.value;
  const rule = ruleFields(params, region);
  if (!rule.ok) {
    return rule;
  }
  const { source } = rule.value;
  const elsewhere = source && foreignRegion(source, region, services.state);
  if (elsewhere !== undefined) {
    return failed(invalidParameter("sourceSecurityGroupId", elsewhere));
  }
  const tags = givenTags(params["tags"]);
  if (!tags.ok) {
    return failed(invalidParameter("tags", tags.message));
  }
  return succeeded({ ...given.value, ...rule.value, ...(tags.tags ? { tags: tags.tags } : {}) });
}

import type { GivenEnd } from "../../core/expiry/givenEnd";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { type GivenRule, ruleFields } from "../../core/given/ruleFields";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Params } from "../../core/params";
import { givenTags } from "../../core/rules/givenTags";
import { foreignRegion } from "../foreignRegion";
import type { State } from "../state";
import { givenEnd } from "./expires";
import { type GivenVpc, vpcFields } from "./vpcFields";

/** What the caller gave beforehand; what is given is not asked for. */
export interface GivenVpcIngress extends GivenVpc, GivenRule {
  readonly tags?: Readonly<Record<string, string>>;
  readonly expires?: GivenEnd;
}

/** The fields given, each checked as if it had been entered. Sends nothing. */
export async function givenVpcIngress(
  params: Params,
  services: { readonly state: State },
): Promise<Outcome<GivenVpcIngress>> {
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
  const end = givenEnd(params, given.value, services.state);
  if (!end.ok) {
    return end;
  }
  return succeeded({
    ...given.value,
    ...rule.value,
    ...(tags.tags ? { tags: tags.tags } : {}),
    ...(end.value ? { expires: end.value } : {}),
  });
}

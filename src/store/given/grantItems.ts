import type { IngressItem } from "../../core/cacheSecurityGroups/items";
import type { GivenEnd } from "../../core/expiry/givenEnd";
import { ingressFields, ofItem } from "../../core/given/fields";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Params } from "../../core/params";
import type { State } from "../state";
import { givenEnd } from "./expires";
import { readItems } from "./fields";

type EndingGrant = IngressItem & { readonly expires?: GivenEnd };

/** Grants that are named whole, each with its end: its own, or that of all. */
export async function grantItems(
  items: readonly Params[],
  { expires }: Params,
  state: State,
): Promise<Outcome<readonly EndingGrant[]>> {
  const read = await readItems(items, ingressFields, state);
  if (!read.ok) {
    return read;
  }
  const grants: EndingGrant[] = [];
  for (const [index, grant] of read.value.entries()) {
    const end = givenEnd({ expires, ...items[index] }, grant, state);
    if (!end.ok) {
      return failed(ofItem(index, end.failure));
    }
    grants.push(end.value ? { ...grant, expires: end.value } : grant);
  }
  return succeeded(grants);
}

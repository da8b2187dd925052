import type { CacheName } from "../../core/caches/cache";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { cacheNamed } from "../../core/given/cacheNamed";
import { type Given, groupFields } from "../../core/given/fields";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Params } from "../../core/params";
import type { State } from "../state";
import { readFields } from "./fields";

/** Whose grants are to become rules, and of which caches. */
type GivenPlan = Given<(typeof groupFields)[number]> & { readonly caches?: readonly CacheName[] };

export async function givenPlan(params: Params, state: State): Promise<Outcome<GivenPlan>> {
  const given = await readFields(params, groupFields, state);
  const caches = params["caches"];
  if (!given.ok || caches === undefined) {
    return given;
  }
  const names = Array.isArray(caches) ? caches.map(cacheNamed) : [];
  return names.length > 0 && names.every((name) => name !== undefined)
    ? succeeded({ ...given.value, caches: names })
    : failed(invalidParameter("caches", "caches is to be a list of objects with cacheKind and cacheId"));
}

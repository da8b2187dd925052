import type { Cache } from "../../core/caches/cache";
import { invalidParameter } from "../../core/failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../../core/outcome";
import type { Params } from "../../core/params";
import type { Target } from "../../core/target";
import type { State } from "../state";
import { vpcFields } from "./vpcFields";

export interface CacheGiven {
  readonly target: Target;
  readonly cache: Cache;
}

/** The cache that params name, as last read; read first where nobody has opened its region. */
export async function cacheGiven(
  params: Params,
  services: { readonly state: State },
): Promise<Outcome<CacheGiven>> {
  const given = await vpcFields(params, services);
  if (!given.ok) {
    return given;
  }
  const { profile, region, cache: name } = given.value;
  if (profile === undefined || region === undefined || name === undefined) {
    return failed(invalidParameter("cacheId", "The cache, its kind, its profile or its region is missing"));
  }
  const target = { profile, region };
  const { caches } = services.state;
  await caches.load(target);
  const cache = caches.find(target, name);
  if (cache) {
    return succeeded({ target, cache });
  }
  const [failure] = caches.get(target).failures;
  return failed(failure ?? { kind: "notFound", message: `There is no cache ${name.id} in ${region}` });
}

import { parseAccountId } from "../accountId";
import { isCacheKind } from "../caches/cache";
import { invalidParameter } from "../failures/invalidParameter";
import { isObject } from "../isObject";
import { failed, type Outcome, succeeded } from "../outcome";
import type { Params } from "../params";
import { parseGroupReference } from "../rules/vpcSecurityGroup";
import { textParams } from "./texts";

/** A value as it is used, or one sentence about what is wrong with it. */
type Read = { readonly value: string } | { readonly problem: string };

/** How each text that callers may give is read, as if it had been entered. Wrong ones are never sent. */
const readers = {
  profile: (text) => ({ value: text }),
  region: (text) => ({ value: text }),
  cacheSecurityGroupName: notEmpty,
  ec2SecurityGroupName: notEmpty,
  ec2SecurityGroupOwnerId: (text) => {
    const parsed = parseAccountId(text);
    return parsed.ok ? { value: parsed.value } : { problem: parsed.message };
  },
  description: (text) => ({ value: text }),
  cacheKind: (text) => (isCacheKind(text) ? { value: text } : { problem: `${text} is not a kind of cache` }),
  cacheId: notEmpty,
  securityGroupId: (text) => {
    const group = parseGroupReference(text);
    return typeof group === "string" ? { problem: group } : { value: text };
  },
  securityGroupRuleId: (text) =>
    /^sgr-[0-9a-f]{8,17}$/.test(text)
      ? { value: text }
      : { problem: "A rule's ID is sgr- and 8 to 17 digits and letters a to f" },
} as const satisfies Record<string, (text: string, field: string) => Read>;

export type Field = keyof typeof readers;
export type Given<F extends Field> = { readonly [field in F]?: string };
export type Complete<F extends Field> = { readonly [field in F]: string };

/** The fields that name an ingress of the first generation. */
export const ingressFields = [
  "profile",
  "region",
  "cacheSecurityGroupName",
  "ec2SecurityGroupName",
  "ec2SecurityGroupOwnerId",
] as const;

/** The fields that name a cache security group. */
export const groupFields = ["profile", "region", "cacheSecurityGroupName"] as const;

/** Reads some fields of params, each as if it had been entered. The first that is wrong is the failure. */
export function givenFields<F extends Field>(params: Params, fields: readonly F[]): Outcome<Given<F>> {
  const texts = textParams(params, fields);
  if (!texts.ok) {
    return texts;
  }
  const read: { [field in F]?: string } = {};
  for (const field of fields) {
    const text = texts.value[field];
    const value = text === undefined ? undefined : readers[field](text, field);
    if (value && "problem" in value) {
      return failed(invalidParameter(field, value.problem));
    }
    if (value) {
      read[field] = value.value;
    }
  }
  return succeeded(read);
}

/** The `items` of params, each with params of its own; `undefined` where there are none. */
export function itemsOf(params: Params): Outcome<readonly Params[] | undefined> {
  const items = params["items"];
  if (items === undefined) {
    return succeeded(undefined);
  }
  return Array.isArray(items) && items.every(isObject)
    ? succeeded(items)
    : failed(invalidParameter("items", "items is to be a list of objects"));
}

/** A failure with the number of the item that it is about, counted from 1. */
export function ofItem<T extends { readonly message: string }>(index: number, failure: T): T {
  return { ...failure, message: `Item ${index + 1}: ${failure.message}` };
}

/** Whether each of the fields is there. */
export function isComplete<F extends Field>(given: Given<F>, fields: readonly F[]): given is Complete<F> {
  return fields.every((field) => given[field] !== undefined);
}

function notEmpty(text: string, field: string): Read {
  return text === "" ? { problem: `${field} is empty` } : { value: text };
}

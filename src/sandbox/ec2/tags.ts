import { ApiError, invalidValue } from "../apiError";
import type { Params } from "../params";
import { XmlList } from "../xml";

export type Tags = ReadonlyMap<string, string>;

export function tagsXml(tags: Tags): XmlList {
  return new XmlList(
    "item",
    [...tags].map(([key, value]) => ({ key, value })),
  );
}

/** Reads `Tag.N.Key` and `Tag.N.Value`, and refuses what EC2 does. */
export function readTags(params: Params): Tags {
  const tags = new Map<string, string>();
  for (const tag of params.structures("Tag")) {
    const key = tag.get("Key") ?? "";
    const value = tag.get("Value") ?? "";
    if (key === "") {
      throw invalidValue("Tag key cannot be null or empty.");
    }
    if (key.length > 127) {
      throw invalidValue("Tag key exceeds the maximum length of 127 characters");
    }
    if (value.length > 255) {
      throw invalidValue("Tag value exceeds the maximum length of 255 characters");
    }
    if (/^aws:/i.test(key)) {
      throw invalidValue("Tag keys starting with 'aws:' are reserved for internal use");
    }
    if (tags.has(key)) {
      throw invalidValue(`Duplicate tag key '${key}' specified.`);
    }
    tags.set(key, value);
  }
  return tags;
}

/** The tags for what is about to be made, of the type that `TagSpecification.N.ResourceType` must name. */
export function readTagSpecifications(params: Params, resourceType: string): Tags {
  const tags = new Map<string, string>();
  for (const specification of params.structures("TagSpecification")) {
    const type = specification.get("ResourceType") ?? "";
    if (type !== resourceType) {
      throw invalidValue(`'${type}' is not a valid taggable resource type.`);
    }
    for (const [key, value] of readTags(specification)) {
      tags.set(key, value);
    }
  }
  return tags;
}

/** Adds the tags, all or none of them. */
export function addTags(to: Map<string, string>, tags: Tags): void {
  if (new Set([...to.keys(), ...tags.keys()]).size > 50) {
    throw new ApiError("TagLimitExceeded");
  }
  for (const [key, value] of tags) {
    to.set(key, value);
  }
}

/** One profile in one region: where a request goes, and with whose keys. */
export interface Target {
  readonly profile: string;
  readonly region: string;
}

/** A key that is equal for equal targets. No profile's name holds a line break; a region from a file may. */
export function targetKey(target: Target): string {
  return `${target.profile}\n${target.region}`;
}

/** The target of something that has one, without the rest of it. */
export function targetAlone({ profile, region }: Target): Target {
  return { profile, region };
}

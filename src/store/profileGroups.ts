import type { Settings } from "../core/settings";
import { type Profile, textOf } from "../profiles/profile";
import { type State, shownProfiles } from "./state";

type Grouping = NonNullable<Settings["groupProfiles"]>;

/** Profiles that stand together, or one that stands alone. */
export interface ProfileGroup {
  /** What they have in common: an account number, a session, the first part of their names. Absent for one alone. */
  readonly name?: string;
  readonly profiles: readonly string[];
}

/** The profiles that are shown, in their order, those together that the setting says: where the first of them stands. */
export function profileGroups(state: State): readonly ProfileGroup[] {
  const shown = shownProfiles(state);
  const by = state.settings().groupProfiles ?? "none";
  const members = new Map<string, string[]>();
  for (const name of shown) {
    const common = commonName(state, by, name);
    if (common !== undefined) {
      members.set(common, [...(members.get(common) ?? []), name]);
    }
  }
  const seen = new Set<string>();
  return shown.flatMap((name): readonly ProfileGroup[] => {
    const common = commonName(state, by, name);
    const together = common === undefined ? [] : (members.get(common) ?? []);
    // The part of a name is a group where others share it; an account or a session is one by itself.
    if (common === undefined || (by === "name" && together.length === 1)) {
      return [{ profiles: [name] }];
    }
    const isFirst = !seen.has(common);
    seen.add(common);
    return isFirst ? [{ name: common, profiles: together }] : [];
  });
}

/** What a profile has in common with others; nothing where that is not known, or where it is alone by its nature. */
function commonName(state: State, by: Grouping, name: string): string | undefined {
  const profile = state.profiles.get(name);
  switch (by) {
    case "none":
      return undefined;
    case "account":
      return state.accounts.get(name)?.accountId ?? (profile && accountInFiles(profile));
    case "signInSession":
      return profile && signInSession(state, profile);
    case "name":
      return /^([^/-]+)[/-]./.exec(name)?.[1];
  }
}

/** The account that the files name: that of the role, or of the sign-in. */
function accountInFiles({ settings }: Profile): string | undefined {
  const role = /^arn:[\w-]+:iam::(\d{12}):/.exec(textOf(settings, "role_arn") ?? "")?.[1];
  return role ?? textOf(settings, "sso_account_id");
}

/** The sign-in that a profile's credentials come from, be it by way of the profiles whose roles it takes. */
function signInSession(state: State, profile: Profile): string | undefined {
  const seen = new Set<string>();
  for (let each: Profile | undefined = profile; each && !seen.has(each.name); ) {
    seen.add(each.name);
    const { settings } = each;
    const session = ["sso_session", "sso_start_url", "login_session"].map((name) => textOf(settings, name));
    const found = session.find((value) => value !== undefined);
    if (found !== undefined) {
      return found;
    }
    each = state.profiles.get(textOf(settings, "source_profile") ?? "");
  }
  return undefined;
}

import type { CallerIdentity } from "../aws/api";
import { credentialWords } from "../profiles/credentialKind";
import { type Profile, textOf } from "../profiles/profile";
import type { State } from "../store/state";
import { tooltip } from "./markdown";

/** What is known of a profile: whose it is, and where what it says comes from. */
export function profileTooltip(
  name: string,
  profile: Profile | undefined,
  identity: CallerIdentity | undefined,
  guards: string,
  { files, whoseFiles }: Pick<State, "files" | "whoseFiles">,
): string {
  return tooltip(
    name,
    ["Account", identity?.accountId],
    ["Signed in as", identity?.arn],
    ["From", profile && placeOf(profile, files)],
    ["Credentials", profile && profile.origin !== "sandbox" ? credentialWords(profile) : undefined],
    ["Role's source", profile && textOf(profile.settings, "source_profile")],
    ["Endpoint", profile && endpointOf(profile)],
    ["AWS files", profile?.origin === "files" ? whoseFiles : undefined],
    ["Guards", guards],
  );
}

function placeOf(profile: Profile, files: State["files"]): string {
  const { name, settings, inCredentialsFile, origin } = profile;
  switch (origin) {
    case "sandbox":
      return "built-in sandbox, in memory only";
    case "environment":
      return "environment variables";
    case "container":
      return "the container this runs in";
    case "files": {
      const section = name === "default" ? "[default]" : `[profile ${name}]`;
      const isInConfig = [...settings.keys()].some((key) => !inCredentialsFile?.has(key));
      return [
        inCredentialsFile ? `${files?.credentials ?? "credentials file"}, section [${name}]` : "",
        isInConfig || !inCredentialsFile ? `${files?.config ?? "config file"}, section ${section}` : "",
      ]
        .filter((part) => part !== "")
        .join("; ");
    }
  }
}

/** The endpoint without what a URL may hold besides: a password among it. */
function endpointOf({ settings }: Profile): string | undefined {
  const url = textOf(settings, "endpoint_url");
  const services = textOf(settings, "services");
  return url === undefined
    ? services && `as section [services ${services}] says`
    : URL.canParse(url)
      ? new URL(url).host
      : "not a URL";
}

import type { Environment } from "../../profiles/environment";
import { secretsInFurtherLines } from "../../profiles/furtherLines";
import type { ProfileSettings, SharedConfig } from "../../profiles/profile";
import type { NetworkSettings } from "../host";

/**
 * The secrets that stand in settings: keys, whether or not anybody has asked with them, what proves to a role who one is,
 * user names and passwords in the addresses of proxies and endpoints, and what an indented line makes a part of the
 * setting above it.
 */
export function configuredSecrets(
  config: SharedConfig,
  environment: Environment,
  network: NetworkSettings | undefined,
): readonly string[] {
  const settings = [
    ...[...config.profiles.values()].map((profile) => profile.settings),
    ...config.services.values(),
    ...config.ssoSessions.values(),
  ];
  const addresses = [
    ...Object.entries(environment).flatMap(([name, value]) => (isAddress.test(name) ? (value ?? []) : [])),
    ...(network?.proxy ? [network.proxy] : []),
  ];
  return [...settings.flatMap(ofSettings), ...addresses.flatMap(ofAddress)];
}

const isSecret = /^(?:aws_secret_access_key|aws_session_token|aws_security_token|external_id)$/;

/** Shorter ones are an emulator's word, a name or an account number, which stand in many a message. */
const shortestSecret = 20;

const isAddress = /proxy$|^AWS_ENDPOINT_URL/i;

function ofSettings(settings: ProfileSettings): readonly string[] {
  return [...settings].flatMap(([name, setting]) =>
    typeof setting === "string"
      ? [
          ...(isSecret.test(name) && setting.length >= shortestSecret ? [setting] : []),
          ...(setting.includes("://") ? ofAddress(setting) : []),
          ...secretsInFurtherLines(setting),
        ]
      : ofSettings(setting),
  );
}

/** A password as it is written and as it is sent, and the pair as the header has it. */
function ofAddress(address: string): readonly string[] {
  const end = address.lastIndexOf("@");
  if (end < 0) {
    return [];
  }
  const start = address.indexOf("://");
  const pair = address.slice(start < 0 ? 0 : start + 3, end);
  const password = pair.slice(pair.indexOf(":") + 1);
  return [pair, password, ...[pair, password].map(decoded)];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

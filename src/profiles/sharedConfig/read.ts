import { withoutSecretLines } from "../furtherLines";
import type { Profile, ProfileProblem, ProfileSettings, Setting, SharedConfig } from "../profile";
import { textOf } from "../profile";
import { sortSections } from "./configSections";
import { configFile, credentialsFile, type SharedFilesPlace } from "./files";
import { hintsOf } from "./hints";
import { type IniProblem, parseIni } from "./ini";
import { withSubsections } from "./nested";
import { problemsOf } from "./problems";
import { type NamedFile, readTextFile, type TextFile } from "./readTextFile";

/**
 * Reads the shared config and credentials files as botocore does (`session.full_config`), so that the profiles
 * are those of `aws configure list-profiles`, with the same settings. Never rejects and never hangs: what
 * cannot be read becomes a problem, and everything else is kept.
 */
export async function readSharedConfig(place: SharedFilesPlace): Promise<SharedConfig> {
  const paths = { config: configFile(place), credentials: credentialsFile(place) };
  const [config, credentials] = await Promise.all([
    readTextFile(paths.config),
    readTextFile(paths.credentials),
  ]);
  return sharedConfigOf({ path: paths.config, file: config }, { path: paths.credentials, file: credentials });
}

/** The same, of files that were read already. */
export function sharedConfigOf(config: NamedFile, credentials: NamedFile): SharedConfig {
  const inConfig = sectionsOf(config.file);
  const inCredentials = sectionsOf(credentials.file);
  const sorted = sortSections(inConfig.sections);
  const hints = hintsOf(config.path, sorted.unused, inConfig.lines);
  const problems: ProfileProblem[] = [
    ...problemsOf(config, inConfig.problems, [...sorted.profiles.keys()]),
    ...problemsOf(credentials, inCredentials.problems, [...inCredentials.sections.keys()]),
  ];
  for (const [name, settings] of inCredentials.sections) {
    sorted.profiles.set(name, merged(sorted.profiles.get(name), settings));
  }
  const profiles = new Map(
    [...sorted.profiles].map(([name, settings]) => [
      name,
      profileOf(name, settings, inCredentials.sections.get(name)),
    ]),
  );
  return {
    profiles,
    ssoSessions: sorted.ssoSessions,
    services: sorted.services,
    problems,
    ...(hints.length > 0 ? { hints } : {}),
    ...(config.file.state === "unreadable" ? { unreadConfig: config.path } : {}),
  };
}

function sectionsOf(file: TextFile) {
  const ini = parseIni(file.state === "read" ? file.text : "");
  const problems: IniProblem[] = [...ini.problems];
  const sections = new Map<string, ProfileSettings>(
    [...ini.sections].map(([name, values]) => [name, withSubsections(values, problems)]),
  );
  return { sections, problems, lines: ini.lines };
}

function merged(first: ProfileSettings | undefined, second: ProfileSettings): ProfileSettings {
  return first ? new Map<string, Setting>([...first, ...second]) : second;
}

function profileOf(
  name: string,
  settings: ProfileSettings,
  inCredentialsFile: ProfileSettings | undefined,
): Profile {
  const region = textOf(settings, "region");
  return {
    name,
    origin: "files",
    settings,
    ...(region ? { region: withoutSecretLines(region) } : {}),
    ...(inCredentialsFile ? { inCredentialsFile } : {}),
  };
}

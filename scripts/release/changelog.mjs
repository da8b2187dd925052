/**
 * The changelog with what is unreleased under its version and day, by https://keepachangelog.com/en/1.1.0/.
 *
 * @param {string} changelog
 * @param {string} version
 * @param {string} date `YYYY-MM-DD`
 */
export function releasedChangelog(changelog, version, date) {
  const heading = "## [Unreleased]\n";
  const start = changelog.indexOf(heading);
  if (start < 0) {
    throw new Error(`CHANGELOG.md has no "${heading.trim()}".`);
  }
  if (changelog.includes(`\n## [${version}]`)) {
    throw new Error(`CHANGELOG.md has ${version} already. Choose a newer version.`);
  }
  const after = changelog.slice(start + heading.length);
  const next = after.search(/^## /m);
  const unreleased = next < 0 ? after : after.slice(0, next);
  if (!/^- /m.test(unreleased)) {
    throw new Error(
      "CHANGELOG.md says of nothing that it is unreleased. Say there what this version brings.",
    );
  }
  return `${changelog.slice(0, start)}${heading}\n## [${version}] - ${date}\n${after}`;
}

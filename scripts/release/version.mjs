/**
 * Refuses what cannot be the next version. The one that the manifest has can: nothing may have been released yet;
 * the tag tells.
 *
 * @param {string} version
 * @param {string} current
 */
export function checkVersion(version, current) {
  const wanted = numbers(version);
  if (wanted === undefined) {
    throw new Error(`Say which version, as MAJOR.MINOR.PATCH: npm run release -- ${current}`);
  }
  const had = numbers(current) ?? [];
  const at = wanted.findIndex((number, index) => number !== had[index]);
  if (at >= 0 && (wanted[at] ?? 0) < (had[at] ?? 0)) {
    throw new Error(`${version} is older than ${current}, which the manifest has.`);
  }
}

/**
 * A manifest, or a lock file, with another version of the package itself, and every other byte as it was.
 *
 * @param {string} text
 * @param {string} version
 */
export function withVersion(text, version) {
  const own = JSON.parse(text);
  // A lock file names the package twice: at its top, and as the first of its packages.
  const times = own.packages === undefined ? 1 : 2;
  let left = times;
  return text.replace(/^( {2,6}"version": )"[^"]*"/gm, (line, start) =>
    left-- > 0 ? `${start}"${version}"` : line,
  );
}

/** @param {string} version */
function numbers(version) {
  return /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.exec(version)?.slice(1).map(Number);
}

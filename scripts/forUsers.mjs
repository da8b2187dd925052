/**
 * The manifest, without what is for those who build it.
 *
 * @param {string} manifest
 * @param {string} [address] where the repository is
 */
export function manifestForUsers(manifest, address) {
  const { scripts, devDependencies, dependencies, ...rest } = JSON.parse(manifest);
  const places = address && {
    repository: { type: "git", url: `${address}.git` },
    bugs: { url: `${address}/issues` },
    homepage: `${address}#readme`,
  };
  return `${JSON.stringify({ ...rest, ...places })}\n`;
}

/**
 * @typedef {object} PageAddress
 * @property {string} pages Below it, a file of this version is read.
 * @property {string} files Below it, a file of this version is loaded.
 */

/**
 * The README as an extension's page can show it. That page loads pictures by https alone and follows no link to a
 * file. Without an address pictures go, and a link says which document it would lead to.
 *
 * @param {string} readme
 * @param {PageAddress} [address]
 */
export function pageForUsers(readme, address) {
  return address ? withAddress(readme, address) : withoutFiles(readme);
}

/** @param {string} readme @param {PageAddress} address */
function withAddress(readme, { pages, files }) {
  return readme
    .replace(/(<(?:img|source)\b[^>]*\b(?:src|srcset)=")(?!https:)([^"]+")/g, `$1${files}/$2`)
    .replace(/(!\[[^\]]*\]\()(?!https:)/g, `$1${files}/`)
    .replace(/((?<!!)\[[^\]]+\]\()(?!https?:|#)/g, `$1${pages}/`);
}

/** @param {string} readme */
function withoutFiles(readme) {
  return readme
    .replace(/^ *<picture>[\s\S]*?<\/picture>\n\n?/gm, "")
    .replace(/!\[[^\]]*\]\((?!https:)[^)]*\)/g, "")
    .replace(/\[([^\]]+)\]\((?!https?:|#)([^)]+)\)/g, "$1 (`$2`)");
}

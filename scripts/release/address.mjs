/**
 * The one setting of a release: where the repository is. Without it the packed page has no picture, and the
 * manifest no repository: neither is invented.
 *
 * @param {string | undefined} address `https://HOST/OWNER/REPOSITORY`
 */
export function checkAddress(address) {
  if (address !== undefined && !/^https:\/\/[\w.-]+(?:\/[\w.-]+){2,}$/.test(address)) {
    throw new Error(`--address wants https://HOST/OWNER/REPOSITORY, not ${address}`);
  }
}

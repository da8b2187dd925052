/**
 * Whose AWS files the profiles come from, where a window has two sides. The extension runs on the computer in front
 * where it can, and else on the remote one; the sign-in command runs on the same side.
 *
 * @param remoteName VS Code's word for the other side: `ssh-remote`, `wsl`, `dev-container`; `undefined` for none
 */
export function whoseFiles(remoteName: string | undefined, isOnRemote: boolean): string | undefined {
  if (remoteName === undefined) {
    return undefined;
  }
  return isOnRemote
    ? `those of the remote side (${remoteName})`
    : `this computer's, not those of ${remoteName}`;
}

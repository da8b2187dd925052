import { anyOf, type ThreeValued } from "../threeValued";

/** Who a cache asks its clients to be, once the network lets them in. */
export type Authentication =
  /** The API that tells could not be asked. */
  | { readonly kind: "notKnown" }
  /** Whoever gets in may read and write. */
  | { readonly kind: "none" }
  /** An AUTH token, or a user of the user groups. */
  | { readonly kind: "asked"; readonly authToken: boolean; readonly userGroups: readonly UserGroup[] }
  /** A public serverless cache: who may, IAM says. */
  | { readonly kind: "iam" };

/** A user group of a cache, as far as it could be read. */
export interface UserGroup {
  readonly id: string;
  /** Whether somebody gets in who says nothing: the default user is on, and needs no password. */
  readonly letsAnybodyIn: ThreeValued;
}

/** What the API tells, an AUTH token (`undefined` where it does not) and user groups, as one answer. */
export function authenticationOf(
  authToken: boolean | undefined,
  userGroups: readonly UserGroup[],
): Authentication {
  if (authToken || userGroups.length > 0) {
    return { kind: "asked", authToken: authToken ?? false, userGroups };
  }
  return { kind: authToken === undefined ? "notKnown" : "none" };
}

/** Said of a cache that asks nobody who they are. */
export const noAuth = "no AUTH";

/** Whether everybody whom the network lets in may read and write, without a word on who they are. */
export function asksNobody(authentication: Authentication): ThreeValued {
  switch (authentication.kind) {
    case "notKnown":
      return "notKnown";
    case "none":
      return "yes";
    case "iam":
      return "no";
    case "asked":
      return authentication.authToken
        ? "no"
        : anyOf(authentication.userGroups.map(({ letsAnybodyIn }) => letsAnybodyIn));
  }
}

/** Who gets in once the network lets them: in a few words. */
export function authWords(authentication: Authentication): string {
  switch (authentication.kind) {
    case "notKnown":
      return "not known";
    case "none":
      return noAuth;
    case "iam":
      return "IAM, with the permission elasticache:Connect";
    case "asked":
      return [
        ...authentication.userGroups.map(userGroupWords),
        ...(authentication.authToken ? ["AUTH token"] : []),
      ].join(", ");
  }
}

function userGroupWords({ id, letsAnybodyIn }: UserGroup): string {
  switch (letsAnybodyIn) {
    case "yes":
      return `user group ${id}, whose default user needs no password: ${noAuth}`;
    case "notKnown":
      return `user group ${id} (whether its default user needs a password is not known)`;
    case "no":
      return `user group ${id}`;
  }
}

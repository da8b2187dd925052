/** Keys that requests are signed with. A new object whenever they were resolved anew. */
export interface Credentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
  readonly expiration?: Date;
}

/** Early enough that a request signed with them still arrives in time. */
const margin = 60_000;

export function areFresh(credentials: Credentials, now: number): boolean {
  return credentials.expiration === undefined || credentials.expiration.getTime() - margin > now;
}

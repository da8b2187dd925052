/** An account of the sandbox, and the one user that signs in to it. */
export interface Account {
  /** The name of the profile that holds the keys. */
  readonly name: string;
  readonly accountId: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** Whether it may use cache security groups. AWS accounts have not been able to since 2023-08-23. */
  readonly classic: boolean;
}

// Fixed, and made to look like nothing that could open anything. The account numbers of the first two are
// those of the API reference's samples.
export const accounts: readonly Account[] = [
  {
    name: "sandbox-classic",
    accountId: "123456781234",
    accessKeyId: "AKIASANDBOX01EXAMPLE",
    secretAccessKey: "sandbox-classic-opens-nothing-EXAMPLEKEY",
    classic: true,
  },
  {
    name: "sandbox-partner",
    accountId: "565419523791",
    accessKeyId: "AKIASANDBOX02EXAMPLE",
    secretAccessKey: "sandbox-partner-opens-nothing-EXAMPLEKEY",
    classic: true,
  },
  {
    name: "sandbox-vpc",
    accountId: "111122223333",
    accessKeyId: "AKIASANDBOX03EXAMPLE",
    secretAccessKey: "sandbox-vpc-opens-nothing-EXAMPLEKEY",
    classic: false,
  },
];

/** Where the demo data is. Every other region works too. */
export const homeRegion = "us-west-2";

/** `arn:aws:iam::123456781234:user/sandbox-classic` */
export function userArn(account: Account, region: string): string {
  return `arn:${partition(region)}:iam::${account.accountId}:user/${account.name}`;
}

/** The partition a region belongs to, by its name's beginning, as botocore's endpoint rules tell them apart. */
export function partition(region: string): string {
  const found = partitions.find(([prefix]) => region.startsWith(prefix));
  return found === undefined ? "aws" : found[1];
}

const partitions = [
  ["cn-", "aws-cn"],
  ["us-gov-", "aws-us-gov"],
  ["us-isob-", "aws-iso-b"],
  ["us-isof-", "aws-iso-f"],
  ["us-iso-", "aws-iso"],
  ["eu-isoe-", "aws-iso-e"],
  ["eusc-", "aws-eusc"],
] as const;

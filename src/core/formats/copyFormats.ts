import type { Ingress } from "../cacheSecurityGroups/ingress";
import { type Outcome, succeeded } from "../outcome";
import { posixCommandLine } from "./cli";
import { cloudFormationText } from "./cloudFormationText";
import type { CopyLookUps, CopySubject } from "./copySubject";
import { powerShellLine } from "./powerShell";
import { terraformText } from "./terraformText";

/** A way to write down what a row stands for. */
export interface CopyFormat {
  readonly label: string;
  readonly detail: string;
  isFor(subject: CopySubject): boolean;
  write(subject: CopySubject, lookUp: CopyLookUps): Promise<Outcome<string>>;
}

/** The formats of Copy as, by the names that params have for them. */
export const copyFormats = {
  cli: {
    label: "AWS CLI",
    detail: "A line for POSIX shells: sh, bash, zsh",
    isFor: () => true,
    write: async ({ call }) => succeeded(posixCommandLine(call)),
  },
  powershell: {
    label: "AWS CLI for PowerShell",
    detail: "A line for Windows PowerShell 5.1 and PowerShell 7",
    isFor: () => true,
    write: async ({ call }) => succeeded(powerShellLine(call)),
  },
  json: {
    label: "SDK input",
    detail: "The request's input as JSON, for any AWS SDK and for --cli-input-json",
    isFor: () => true,
    write: async ({ call }) => succeeded(`${JSON.stringify(call.input, undefined, 2)}\n`),
  },
  cloudFormation: {
    label: "CloudFormation",
    detail: "A template of the group with its grants, of one grant, or of one VPC rule",
    isFor: ({ names, rule }) => isGroup(names) || isGrant(names) || rule !== undefined,
    write: cloudFormationText,
  },
  terraform: {
    label: "Terraform",
    detail: "A group as the AWS provider has it up to version 4, or a VPC rule",
    isFor: ({ names, rule }) =>
      (isGroup(names) && names.cacheSecurityGroupName?.toLowerCase() !== "default") || rule !== undefined,
    write: terraformText,
  },
} as const satisfies Readonly<Record<string, CopyFormat>>;

export type CopyFormatName = keyof typeof copyFormats;

export function isCopyFormat(text: string): text is CopyFormatName {
  return Object.hasOwn(copyFormats, text);
}

function isGroup(names: Partial<Ingress>): boolean {
  return (
    names.cacheSecurityGroupName !== undefined &&
    names.ec2SecurityGroupName === undefined &&
    names.ec2SecurityGroupOwnerId === undefined
  );
}

function isGrant(names: Partial<Ingress>): boolean {
  return (
    names.cacheSecurityGroupName !== undefined &&
    names.ec2SecurityGroupName !== undefined &&
    names.ec2SecurityGroupOwnerId !== undefined
  );
}

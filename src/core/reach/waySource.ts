import { invalidParameter } from "../failures/invalidParameter";
import { failed, type Outcome, succeeded } from "../outcome";
import type { Params } from "../params";
import { addressOf } from "./address";

/** Where a connection is to come from, as a caller or a picker names it. */
export type WaySource =
  | {
      readonly is: "interface";
      readonly id: string;
      /** What it belongs to, where somebody chose it by that. */
      readonly name?: string | undefined;
    }
  | { readonly is: "instance"; readonly id: string }
  /** What is not there yet: whatever gets the group in the subnet. */
  | { readonly is: "group"; readonly groupId: string; readonly subnetId: string }
  | {
      readonly is: "address";
      readonly address: string;
      readonly subnetId?: string | undefined;
      readonly gatewayId?: string | undefined;
    };

const forms = {
  sourceNetworkInterfaceId: [/^eni-[0-9a-f]{8,17}$/, "A network interface's ID is eni- and digits"],
  sourceInstanceId: [/^m?i-[0-9a-f]{8,17}$/, "An instance's ID is i- and digits"],
  sourceSecurityGroupId: [/^sg-[0-9a-f]{8,17}$/, "A security group's ID is sg- and digits"],
  sourceSubnetId: [/^subnet-[0-9a-f]{8,17}$/, "A subnet's ID is subnet- and digits"],
  sourceAddress: [/./, ""],
  sourceGatewayId: [
    /^(?:vgw-[0-9a-f]{8,17}|igw-[0-9a-f]{8,17}|tgw-attach-[0-9a-f]{8,17})$/,
    "A gateway is vgw-…, igw-… or tgw-attach-…",
  ],
} as const;

export type WaySourceField = keyof typeof forms;
type Given = { readonly [F in WaySourceField]?: string };

/** The fields that name a source, so that what is given of them can be told from a row's other fields. */
export const waySourceFields: readonly WaySourceField[] = [
  "sourceNetworkInterfaceId",
  "sourceInstanceId",
  "sourceSecurityGroupId",
  "sourceSubnetId",
  "sourceAddress",
  "sourceGatewayId",
];

/** The source of params; `undefined` where none is named, or a group without its subnet. The first that is wrong is the failure. */
export function waySourceGiven(params: Params): Outcome<WaySource | undefined> {
  const given: { [F in WaySourceField]?: string } = {};
  for (const field of waySourceFields) {
    const value = params[field];
    const [form, problem] = forms[field];
    if (value === undefined) {
      continue;
    }
    if (typeof value !== "string") {
      return failed(invalidParameter(field, `${field} is to be text`));
    }
    if (field === "sourceAddress" ? addressOf(value) === undefined : !form.test(value)) {
      const wrong = field === "sourceAddress" ? `${value || "An empty text"} is not an IP address` : problem;
      return failed(invalidParameter(field, wrong));
    }
    given[field] = value;
  }
  return oneOf(given);
}

function oneOf(given: Given): Outcome<WaySource | undefined> {
  const { sourceNetworkInterfaceId: eni, sourceInstanceId: instance, sourceAddress: address } = given;
  const { sourceSecurityGroupId: groupId, sourceSubnetId: subnetId, sourceGatewayId: gatewayId } = given;
  const sources = (
    ["sourceNetworkInterfaceId", "sourceInstanceId", "sourceSecurityGroupId", "sourceAddress"] as const
  ).filter((field) => given[field] !== undefined);
  const [first, second] = sources;
  if (second !== undefined) {
    return failed(invalidParameter(second, `There is one source, and ${first} names it already`));
  }
  if (subnetId !== undefined && groupId === undefined && address === undefined) {
    return failed(invalidParameter("sourceSubnetId", "A subnet goes with a security group, or an address"));
  }
  if (gatewayId !== undefined && (address === undefined || subnetId !== undefined)) {
    return failed(
      invalidParameter("sourceGatewayId", "A gateway goes with an address that is in no subnet of a VPC"),
    );
  }
  if (eni !== undefined) {
    return succeeded({ is: "interface", id: eni });
  }
  if (instance !== undefined) {
    return succeeded({ is: "instance", id: instance });
  }
  if (address !== undefined) {
    return succeeded({ is: "address", address, subnetId, gatewayId });
  }
  return succeeded(
    groupId === undefined || subnetId === undefined ? undefined : { is: "group", groupId, subnetId },
  );
}

/** Whether a text is the ID of a network interface. */
export function isNetworkInterfaceId(text: string): boolean {
  return forms.sourceNetworkInterfaceId[0].test(text);
}

/** Whether a text is the ID of an instance, or of a machine elsewhere that Systems Manager knows like one. */
export function isInstanceId(text: string): boolean {
  return forms.sourceInstanceId[0].test(text);
}

/** A source in a few words, for titles. */
export function waySourceText(source: WaySource): string {
  switch (source.is) {
    case "interface":
      return source.name === undefined || source.name === source.id
        ? source.id
        : `${source.name} (${source.id})`;
    case "instance":
      return source.id;
    case "group":
      return `${source.groupId} in ${source.subnetId}`;
    case "address":
      return source.gatewayId === undefined ? source.address : `${source.address} by ${source.gatewayId}`;
  }
}

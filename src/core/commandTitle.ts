/** Words that are not written as they stand in an id. */
const written: Readonly<Record<string, string>> = {
  Vpc: "VPC",
  Cli: "AWS CLI",
  Arn: "ARN",
  As: "as",
  Aws: "AWS",
};

/** A command's title as its id has it: `authorizeVpcIngress` is Authorize VPC Ingress. */
export function commandTitle(id: string): string {
  return id
    .split(/(?=[A-Z])/)
    .map((word, index) => (index === 0 ? word.charAt(0).toUpperCase() + word.slice(1) : word))
    .map((word) => (Object.hasOwn(written, word) ? written[word] : word))
    .join(" ");
}

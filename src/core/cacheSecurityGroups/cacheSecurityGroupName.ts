import type { Check } from "../check";

/**
 * Checks a name for CreateCacheSecurityGroup: "Must contain no more than 255 alphanumeric characters. Cannot be
 * the word Default." The API stores it in lower case. A hyphen is a warning only: the text says alphanumeric,
 * AWS's own example is `my-sec-grp`.
 * https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheSecurityGroup.html
 */
export function checkCacheSecurityGroupName(name: string): Check {
  if (name === "") {
    return error("Enter a name for the cache security group");
  }
  if (name.length > 255) {
    return error(`A name has at most 255 characters; this has ${name.length}`);
  }
  if (name.toLowerCase() === "default") {
    return error("Each region has a group named default already; choose another name");
  }
  const foreign = [...name].find((character) => !/[A-Za-z0-9-]/.test(character));
  if (foreign !== undefined) {
    return error(`A name has letters and digits only; this has ${foreign === " " ? "a space" : foreign}`);
  }
  if (name.includes("-")) {
    return {
      verdict: "warning",
      message: "The API's text allows letters and digits only; hyphens work in practice",
    };
  }
  if (name !== name.toLowerCase()) {
    return { verdict: "warning", message: `It will be stored in lower case: ${name.toLowerCase()}` };
  }
  return { verdict: "ok" };
}

function error(message: string): Check {
  return { verdict: "error", message };
}

/** Whether a text is the ID of an instance, or of a machine elsewhere that Systems Manager knows like one. */
export function isInstanceId(text: string): boolean {
  return /^m?i-[0-9a-f]{8,17}$/.test(text);
}

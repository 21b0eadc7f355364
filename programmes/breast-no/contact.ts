/**
 * Where women reach the programme by telephone, on every page of theirs. Configuration: no source; the number lies in the
 * block that the demo invents its numbers in. A centre that has a number of its own registered answers its own women.
 */
export const contact = { phone: '999 00 000', hours: '8–15' } as const;

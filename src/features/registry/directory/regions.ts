/** A region by its NUTS code. */
export const regionCalled = (code: string): string => code;

export const potentialPolicy = {};

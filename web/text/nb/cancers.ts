export const cancers = {};

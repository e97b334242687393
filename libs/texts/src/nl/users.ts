export const users = {
  grantReason: '{name} ({email}) bij {organisation}, vanaf {from}',
} as const;

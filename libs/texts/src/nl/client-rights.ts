export const clientRights = {
  history: {
    import: 'Ingelezen uit het HIS',
  },
} as const;

/** What an address opens over the rota. */
export const readDialog = (search: Record<string, unknown>): { open?: 'roles' } =>
  search['open'] === 'roles' ? { open: 'roles' } : {}

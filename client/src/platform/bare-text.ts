/** Letters without accents and case, so that "goncalves" finds Gonçalves. */
export const bareText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export { historyKeys } from './history-keys.ts'
export { PageMenu } from './page-menu.tsx'

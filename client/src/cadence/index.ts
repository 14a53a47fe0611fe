export { CadenceLine } from './cadence-line.tsx'
export { CadenceSettings } from './cadence-settings.tsx'

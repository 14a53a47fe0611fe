import type { Config } from './config.ts'

/** What a person at the console needs to know, once, after the server listens. */
export function announcement(config: Config, version: string, setUpCode: string | undefined): string {
  const rows = [
    ['Open', config.publicUrl],
    ['Data', config.dataDir],
    ...(setUpCode === undefined ? [] : [['Set up', `with the one-time code ${setUpCode}`]]),
    ['Stop', 'Ctrl+C'],
  ]
  const lines = rows.map(([label = '', text]) => `    ${label.padEnd(8)}${text}`)
  return ['', `  Rondo ${version} is running.`, '', ...lines, '', ''].join('\n')
}

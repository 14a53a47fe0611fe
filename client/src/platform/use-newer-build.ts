import { useSyncExternalStore } from 'react'
import { newerBuild } from './newer-build.ts'

/** Whether the server has a newer build than this tab. */
export function useNewerBuild(): boolean {
  return useSyncExternalStore(newerBuild.watch, newerBuild.get)
}

import { getEnvironmentData, setEnvironmentData } from 'node:worker_threads'

/**
 * A deliberate defect of the log, for proving that a simulated power cut is noticed: files, or the database behind them,
 * that do not wait for the disk. Nothing in the product sets one.
 */
export const logFaults = ['unsynced-files', 'unsynced-database'] as const
export type LogFault = (typeof logFaults)[number]

const key = 'log-fault'

/** Breaks the log in this thread and in all that begin later. */
export const breakLog = (fault: LogFault): void => setEnvironmentData(key, fault)

export const isBroken = (fault: LogFault): boolean => getEnvironmentData(key) === fault

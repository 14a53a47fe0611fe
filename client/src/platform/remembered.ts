import type { Contract, OutputOf } from '@rondo/shared/kernel/contract.ts'
import { forgetAnswer, keepAnswer, keptAnswer } from './answers.ts'
import { Refused, Unreachable } from './refused.ts'

/** How long the server may take before what this device remembers is shown instead. */
const PATIENCE = 4_000

const remembered = new Set<string>()
const shownFromDevice = new Set<string>()

/** Names the questions whose answers this device remembers. */
export function rememberAnswersOf(contracts: readonly Contract[]): void {
  for (const { path } of contracts) remembered.add(path)
}

/** The questions that were answered from this device since the last call: they are to be asked again. */
export function takeShownFromDevice(): readonly (readonly unknown[])[] {
  const keys = [...shownFromDevice].map((name) => JSON.parse(name) as unknown[])
  shownFromDevice.clear()
  return keys
}

const isAway = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof Refused && error.status >= 500)

const isGone = (error: unknown): boolean =>
  error instanceof Refused && (error.status === 403 || error.status === 404)

/** Asks the server; where it does not answer, and the question is one of those, what it said last is the answer. */
export async function askOrRemember<C extends Contract>(
  contract: C,
  key: readonly unknown[],
  ask: () => Promise<OutputOf<C>>,
): Promise<OutputOf<C>> {
  if (!remembered.has(contract.path)) return ask()
  const name = JSON.stringify(key)
  const asked = askAndKeep(name, ask)
  const fallback = async (): Promise<OutputOf<C> | undefined> => {
    const found = contract.output.safeParse(await keptAnswer(name))
    if (!found.success) return undefined
    shownFromDevice.add(name)
    return found.data as OutputOf<C>
  }
  try {
    return await Promise.race([asked, afterPatience(asked, fallback)])
  } catch (error) {
    const last = isAway(error) ? await fallback() : undefined
    if (last === undefined) throw error
    return last
  }
}

async function askAndKeep<T>(name: string, ask: () => Promise<T>): Promise<T> {
  try {
    const answer = await ask()
    void keepAnswer(name, answer)
    return answer
  } catch (error) {
    if (isGone(error)) void forgetAnswer(name)
    throw error
  }
}

async function afterPatience<T>(asked: Promise<T>, fallback: () => Promise<T | undefined>): Promise<T> {
  const isSlow = Symbol('slow')
  const slow = new Promise<typeof isSlow>((resolve) => setTimeout(resolve, PATIENCE, isSlow))
  const first = await Promise.race([asked, slow])
  return first === isSlow ? ((await fallback()) ?? asked) : first
}

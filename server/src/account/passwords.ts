import { hash, verify } from '@node-rs/argon2'

/** argon2id costs; OWASP's floor, lowered by tests only. */
export interface PasswordCosts {
  memoryKib: number
  passes: number
}

export interface Passwords {
  /** In PHC form, with its own salt and costs. */
  hash: (password: string) => Promise<string>
  /** Takes the same time whether there is such an account or not (`null`). */
  verify: (stored: string | null, password: string) => Promise<boolean>
}

export const createPasswords = (costs: PasswordCosts = { memoryKib: 19_456, passes: 2 }): Passwords => {
  const options = { memoryCost: costs.memoryKib, timeCost: costs.passes, parallelism: 1 }
  const nobodys = hash('the password of nobody', options)
  return {
    hash: (password) => hash(password.normalize('NFKC'), options),
    verify: async (stored, password) => {
      const matches = await verify(stored ?? (await nobodys), password.normalize('NFKC'))
      return stored !== null && matches
    },
  }
}

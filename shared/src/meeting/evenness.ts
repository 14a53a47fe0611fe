import { z } from 'zod'

/** How even turns are among the people of a circle; it says nothing about anybody. */
export const evenness = z.enum(['even', 'mixed', 'few'])
export type Evenness = z.infer<typeof evenness>

import { buildClient } from './house.mjs'

await buildClient()

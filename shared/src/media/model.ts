import { z } from 'zod'
import { type FileId, fileId } from '../kernel/id.ts'
import { line } from '../kernel/text.ts'
import { instant } from '../kernel/time.ts'

/** What a file is called by who uploads it. */
export const fileLabel = line(200)

/** An upload on its way: so much of it is safe with us. */
export const upload = z.strictObject({
  fileId,
  label: fileLabel,
  bytes: z.int().min(1),
  received: z.int().min(0),
  startedAt: instant,
})
export type Upload = z.infer<typeof upload>

/** Where a whole file is read, in any span of bytes. */
export const fileAddress = (id: FileId): string => `/files/${id}`

/** Where the bytes of an upload go, by the tus protocol 1.0.0: HEAD says how many are there, PATCH brings more. */
export const uploadAddress = (id: FileId): string => `/files/uploads/${id}`

/** A request of an upload carries at most so many bytes of it, so that a slow line is done with it in time. */
export const UPLOAD_CHUNK = 4 * 1024 * 1024

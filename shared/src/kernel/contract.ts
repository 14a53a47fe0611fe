import type { z } from 'zod'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/**
 * One HTTP request as data, read by the server's router and by the client's `call`.
 * `path` names its parameters with a colon (`/api/circles/:circleId`); `params`, `query` and `body`
 * are strict zod schemas; `output` is the JSON of a 200 answer (`null` schema: 204 without a body).
 */
export interface Contract<
  Params extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
> {
  readonly method: Method
  readonly path: `/api/${string}`
  /**
   * Who may ask at all; finer questions are answered by `may`. `room`: a member, or a guest, whom `permitInMeeting` lets into
   * the one meeting that they came for; whatever is not marked so does not know guests.
   */
  readonly access: 'anyone' | 'member' | 'room'
  readonly params?: Params
  readonly query?: Query
  readonly body?: Body
  /** What a body may take; a megabyte unless given. */
  readonly mostBytes?: number
  readonly output: Output
}

/** The input of a contract, before parsing; only the parts that the contract declares. */
export type InputOf<C> =
  C extends Contract<infer P, infer Q, infer B, z.ZodType>
    ? Part<'params', P> & Part<'query', Q> & Part<'body', B>
    : never

/** The input of a contract after parsing. */
export type ParsedOf<C> =
  C extends Contract<infer P, infer Q, infer B, z.ZodType>
    ? { params: z.output<P>; query: z.output<Q>; body: z.output<B> }
    : never

export type OutputOf<C> = C extends Contract<z.ZodType, z.ZodType, z.ZodType, infer O> ? z.output<O> : never

type Part<Name extends string, Schema extends z.ZodType> = z.ZodType extends Schema
  ? { [name in Name]?: undefined }
  : { [name in Name]: z.input<Schema> }

/** Keeps the literal types of a contract; it changes nothing. */
export const defineContract = <
  P extends z.ZodType = z.ZodType,
  Q extends z.ZodType = z.ZodType,
  B extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
>(
  contract: Contract<P, Q, B, O>,
): Contract<P, Q, B, O> => contract

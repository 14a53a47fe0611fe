/** The span of bytes that a `Range` header asks for; 'all' where it asks for none that we give, 'nothing' where it lies outside. */
export const rangeOf = (
  header: string | undefined,
  bytes: number,
): { from: number; to: number } | 'all' | 'nothing' => {
  const asked = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.replaceAll(' ', '') ?? '')
  if (asked === null) return 'all'
  const [, first = '', last = ''] = asked
  if (first === '' && last === '') return 'all'
  if (first === '')
    return Number(last) === 0 ? 'nothing' : { from: Math.max(0, bytes - Number(last)), to: bytes }
  const from = Number(first)
  const to = last === '' ? bytes : Math.min(bytes, Number(last) + 1)
  if (last !== '' && Number(last) < from) return 'all'
  return from >= bytes ? 'nothing' : { from, to }
}

import { isIPv6 } from 'node:net'
import type { Proxies } from './proxies.ts'

/**
 * Where a request comes from: the peer, or what a trusted proxy says of it. Of a chain of X-Forwarded-For only what
 * trusted proxies appended is believed, from the right. An IPv6 address stands for its /64, which one person owns.
 */
export const clientAddress = (
  peer: string | undefined,
  forwardedFor: string | undefined,
  trusted: Proxies,
): string => {
  const hops = [...(forwardedFor ?? '').split(',').map((hop) => hop.trim()), peer ?? ''].map(plain)
  const origin = hops.findLast((hop) => hop !== '' && !trusted.has(hop)) ?? plain(peer ?? '')
  return isIPv6(origin) ? network(origin) : origin
}

/** IPv4 that arrives through an IPv6 socket is IPv4. */
const plain = (address: string): string => address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')

const network = (address: string): string => {
  const [head = '', tail = ''] = address.split('%')[0]?.split('::') ?? []
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const zeros = Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0')
  const groups = [...left, ...(address.includes('::') ? zeros : []), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

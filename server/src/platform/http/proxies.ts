import { BlockList, isIP, isIPv6 } from 'node:net'

/** The peers whose X-Forwarded-For is believed. */
export interface Proxies {
  readonly isEmpty: boolean
  has(address: string): boolean
}

const family = (address: string): 'ipv4' | 'ipv6' => (isIPv6(address) ? 'ipv6' : 'ipv4')

/** Whether a text names one address (`10.0.0.1`) or a range of them (`10.0.0.0/8`). */
export const isAddressRange = (text: string): boolean => {
  const [address = '', bits, more] = text.split('/')
  const most = isIPv6(address) ? 128 : 32
  return isIP(address) !== 0 && more === undefined && (bits === undefined || isBits(bits, most))
}

const isBits = (text: string, most: number): boolean => /^\d{1,3}$/.test(text) && Number(text) <= most

/** Proxies by their addresses and ranges. */
export const proxiesOf = (ranges: readonly string[]): Proxies => {
  const list = new BlockList()
  for (const range of ranges) {
    const [address = '', bits] = range.split('/')
    if (bits === undefined) list.addAddress(address, family(address))
    else list.addSubnet(address, Number(bits), family(address))
  }
  return {
    isEmpty: ranges.length === 0,
    has: (address) => isIP(address) !== 0 && list.check(address, family(address)),
  }
}

import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'

test('Without a trusted proxy the peer counts, whatever a header claims.', () => {
  expect(clientAddress('203.0.113.9', '198.51.100.1', [])).toBe('203.0.113.9')
})

test('Behind trusted proxies the last address they did not add themselves counts.', () => {
  const proxies = ['10.0.0.1', '10.0.0.2']
  expect(clientAddress('10.0.0.1', '1.2.3.4, 198.51.100.7, 10.0.0.2', proxies)).toBe('198.51.100.7')
  expect(clientAddress('10.0.0.1', undefined, proxies)).toBe('10.0.0.1')
})

test.each([
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['::ffff:192.0.2.1', '192.0.2.1'],
])('%s counts as %s.', (address, network) => {
  expect(clientAddress(address, undefined, [])).toBe(network)
})

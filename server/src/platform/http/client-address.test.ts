import { expect, test } from 'vitest'
import { clientAddress } from './client-address.ts'
import { isAddressRange, proxiesOf } from './proxies.ts'

const nobody = proxiesOf([])

test('Without a trusted proxy the peer counts, whatever a header claims.', () => {
  expect(clientAddress('203.0.113.9', '198.51.100.1', nobody)).toBe('203.0.113.9')
})

test('Behind trusted proxies the last address they did not add themselves counts.', () => {
  const proxies = proxiesOf(['10.0.0.1', '10.0.0.2'])
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
  expect(clientAddress(address, undefined, nobody)).toBe(network)
})

test('T23 A range of proxies is believed as a whole, and nobody beside it.', () => {
  const proxies = proxiesOf(['10.0.0.0/8', 'fd00::/8'])
  expect(clientAddress('10.9.8.7', '198.51.100.7, 10.1.1.1', proxies)).toBe('198.51.100.7')
  expect(clientAddress('::ffff:10.9.8.7', '198.51.100.7', proxies)).toBe('198.51.100.7')
  expect(clientAddress('fd00::5', '198.51.100.7', proxies)).toBe('198.51.100.7')
  expect(clientAddress('11.0.0.1', '198.51.100.7', proxies)).toBe('11.0.0.1')
  expect(clientAddress('10.0.0.1', 'not an address', proxies)).toBe('not an address')
})

test.each(['10.0.0.1', '10.0.0.0/8', '::1', 'fd00::/8', '0.0.0.0/0'])('%s names proxies.', (range) =>
  expect(isAddressRange(range)).toBe(true),
)
test.each(['10.0.0.0/33', 'localhost', '10.0.0.0/', '10.0.0.0/8/8', 'fd00::/129', '10.0.0/8', ''])(
  '"%s" names none.',
  (range) => expect(isAddressRange(range)).toBe(false),
)

import { expect, test } from 'vitest'
import { readS3Address } from './s3-address.ts'
import { listedIn, textOf } from './s3-answer.ts'

test('An address names the store, the bucket, who we are and, if one likes, a prefix and a region.', () => {
  expect(
    readS3Address('https://AKIA:s%2Fe%2Bcret@s3.eu-central-1.amazonaws.com/box?region=eu-central-1'),
  ).toEqual({
    origin: 'https://s3.eu-central-1.amazonaws.com',
    bucket: 'box',
    prefix: '',
    region: 'eu-central-1',
    accessKeyId: 'AKIA',
    secretAccessKey: 's/e+cret',
  })
  expect(readS3Address('http://key:secret@localhost:9000/box/rondo/files/')).toMatchObject({
    origin: 'http://localhost:9000',
    prefix: 'rondo/files/',
    region: 'us-east-1',
  })
})

test.each([
  'box',
  'ftp://key:secret@host/box',
  'https://host/box',
  'https://key@host/box',
  'https://key:secret@host',
  'https://key:secret@host/',
  'https://key:secret@host/box?regoin=eu',
  'https://key:secret@host/box?region=',
  'https://key:%zz@host/box',
])('%s is no address of a store.', (text) => {
  expect(readS3Address(text)).toBeNull()
})

test('Answers are read with whatever they escape.', () => {
  const xml =
    '<ListBucketResult><NextContinuationToken>a&amp;b&#47;&#x3c;&nope;</NextContinuationToken>' +
    '<Contents><Key>one/x</Key><Size>12</Size><LastModified>2026-01-01T00:00:00.000Z</LastModified></Contents>' +
    '<Contents><Key>a &lt;b&gt;</Key><LastModified>x</LastModified></Contents></ListBucketResult>'
  expect(textOf(xml, 'NextContinuationToken')).toBe('a&b/<&nope;')
  expect(textOf(xml, 'Code')).toBe('')
  expect(listedIn(xml)).toEqual([
    { key: 'one/x', bytes: 12, changedAt: Date.UTC(2026, 0, 1) },
    { key: 'a <b>', bytes: 0, changedAt: Number.NaN },
  ])
})

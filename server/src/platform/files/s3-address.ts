/** Where an S3-compatible store is, and who we are there. */
export interface S3Address {
  /** Scheme, host and port. */
  readonly origin: string
  readonly bucket: string
  /** Put before every name, so that several Rondos share a bucket; empty or ending in a slash. */
  readonly prefix: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

const SCHEMES = ['http:', 'https:']

/** Reads `https://KEY:SECRET@host/bucket/prefix?region=name`; null for anything else. */
export const readS3Address = (text: string): S3Address | null => {
  const url = URL.parse(text)
  if (url === null || !SCHEMES.includes(url.protocol) || url.hash !== '') return null
  const [bucket = '', ...folders] = url.pathname.split('/').filter((part) => part !== '')
  const { region = 'us-east-1', ...unknown } = Object.fromEntries(url.searchParams)
  const [accessKeyId, secretAccessKey] = [url.username, url.password].map(plain)
  const isWhole = [bucket, accessKeyId, secretAccessKey, region].every((part) => part !== '' && part != null)
  if (!isWhole || Object.keys(unknown).length > 0) return null
  return {
    origin: url.origin,
    bucket,
    prefix: folders.map((folder) => `${folder}/`).join(''),
    region,
    accessKeyId: accessKeyId ?? '',
    secretAccessKey: secretAccessKey ?? '',
  }
}

/** Null for what no browser or server would have written. */
const plain = (part: string): string | null => {
  try {
    return decodeURIComponent(part)
  } catch {
    return null
  }
}

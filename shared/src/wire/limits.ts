const kibibyte = 1024
const mebibyte = 1024 * kibibyte

/** Bounds of the document socket. Bytes and milliseconds; every one can be changed where the server is built. */
export const wireLimits = {
  /** Largest frame a client may send. */
  frameBytes: 2 * mebibyte,
  /** Largest document. A fuller one is read and cut, but not added to. */
  documentBytes: 20 * mebibyte,
  /** Largest state one connection may show to others. */
  presenceBytes: 4 * kibibyte,
  /** How deep that state may nest. */
  presenceDepth: 6,
  /** Presence frames taken from one connection in a second; of more only the last is taken, a little later. */
  presencePerSecond: 100,
  /** Presence is passed on at most once in this time. */
  presenceTickMs: 100,
  /** What one account may write … */
  accountBytes: 5 * mebibyte,
  /** … within this time. More is not refused, but left unread for a while. */
  accountWindowMs: 60_000,
  /** A message must be complete this long after its first bytes came. */
  messageMs: 10_000,
  /** A client may ask for the document this often … */
  stateRequests: 2,
  /** … within this time. */
  stateRequestWindowMs: 10_000,
  /** Yjs client ids under which one account may write a document. */
  clientsPerAccount: 20_000,
  /** How far one frame may move one client's clock: a letter is one step, so a frame full of text has to fit, and one that was undone. */
  clockJump: 4_000_000,
  /** How deep a value inside an update may nest. */
  valueDepth: 32,
  /** Above this much unsent data a reader is left behind to catch up later … */
  behindBytes: mebibyte,
  /** … above this much, or … */
  tooSlowBytes: 8 * mebibyte,
  /** … behind for this long, it is cut off. */
  tooSlowMs: 15_000,
  /** Sockets of one account, of one address, of one process. */
  socketsPerAccount: 20,
  socketsPerAddress: 200,
  sockets: 5_000,
  /** Sockets that are let in each second; who comes later is asked to come again. */
  acceptsPerSecond: 200,
  /** What a socket may send before its access is decided, and how long that may take. */
  waitingFrames: 16,
  waitingBytes: 64 * kibibyte,
  admissionMs: 5_000,
  /** An application message this often keeps y-websocket's watchdog quiet. */
  heartbeatMs: 15_000,
  /** A WebSocket ping this often finds dead peers. */
  pingMs: 25_000,
  /** After this much quiet only the bytes of an open document are kept. */
  coolMs: 10_000,
  /** A room without sockets stays open this long. */
  unloadMs: 30_000,
  /** Commits that may begin in a second, and how many of them at once after a quieter while. */
  commitsPerSecond: 64,
  commitBurst: 8,
  /** A document counts as settled after this much quiet … */
  settleMs: 250,
  /** … or this long after the first edit. */
  settleAtMostMs: 700,
  /** The same for those who have time: text for search, links, excerpts. */
  calmMs: 1_000,
  calmAtMostMs: 10_000,
  /** Logged frames, or their bytes, after which a document is compacted … */
  compactRows: 500,
  compactBytes: mebibyte,
  /** … though no more often than this, since it takes as long as the document is large, … */
  compactEveryMs: 30_000,
  /** … which also happens when nobody changed an open one for this long, … */
  compactQuietMs: 60_000,
  /** … and to every document whose first entry after the last compaction is this old. */
  compactAgeMs: 86_400_000,
  /** What a compaction supersedes is kept this long, then deleted for good. */
  retentionMs: 7 * 86_400_000,
  /** How often it is looked after both. */
  houseMs: 3_600_000,
  /** Sockets are closed spread over this time when the server drains. */
  drainMs: 5_000,
} as const

/** The same names with other numbers. */
export type WireLimits = { readonly [Name in keyof typeof wireLimits]: number }

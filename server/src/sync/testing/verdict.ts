/** What must be true of a story, whatever happened in it. */
import assert from 'node:assert/strict'
import * as Y from 'yjs'
import { buildDoc, hasPending } from '../load.ts'
import type { Deed } from './diary.ts'
import { type StoryWorld, tokensOf, type Writer } from './story-world.ts'
import { aDocument } from './world.ts'

/** All that is under way ends within this time, or the story ends badly. */
const quiescenceMs = 10_000
const rounds = 4

const storedDoc = async (story: StoryWorld): Promise<Y.Doc> => {
  const stored = await story.gate.log.load(aDocument)
  assert.ok(stored !== null, 'The document is gone.')
  return buildDoc(stored)
}

const textOf = (doc: Y.Doc): string => doc.getText('body').toJSON()

const tokensIn = (deeds: readonly Deed[], kind: Deed['kind']): string[] =>
  deeds.filter((deed) => deed.kind === kind).map((deed) => deed.token)

const allDeeds = (story: StoryWorld, of: (writer: Writer) => readonly Deed[]): readonly Deed[] =>
  story.writers.flatMap(of)

/** What was acknowledged is stored: each token once, unless somebody took it out; and what was taken out is out. */
export const checkAcknowledged = async (story: StoryWorld): Promise<void> => {
  const there = tokensOf(textOf(await storedDoc(story)))
  const acked = allDeeds(story, ({ diary }) => diary.acked)
  const maybeErased = new Set(
    tokensIn(
      allDeeds(story, ({ diary }) => diary.deeds),
      'erased',
    ),
  )
  const found = new Set(there)
  assert.equal(found.size, there.length, 'A token is there twice.')
  const lost = tokensIn(acked, 'wrote').filter((token) => !maybeErased.has(token) && !found.has(token))
  assert.deepEqual(lost, [], 'Acknowledged tokens are lost.')
  const back = tokensIn(acked, 'erased').filter((token) => found.has(token))
  assert.deepEqual(back, [], 'Acknowledged deletions are lost.')
}

/** Everything works again, and whoever may be here is; nothing is under way in the end. */
export const heal = async (story: StoryWorld): Promise<void> => {
  story.gate.fail(null)
  story.gate.release()
  for (let round = 0; round < rounds; round++) {
    story.clock.advance(quiescenceMs / rounds)
    await story.quiet()
    for (const writer of story.writers) story.comeBack(writer)
    await story.quiet()
  }
}

/** What was refused is nowhere, as long as whoever wrote it may not write. */
export const checkRefused = async (story: StoryWorld): Promise<void> => {
  const there = new Set(tokensOf(textOf(await storedDoc(story))))
  const mayNot = story.writers.filter(({ account }) => story.roster.modeOf(account) !== 'write')
  const shown = mayNot
    .flatMap(({ diary }) => tokensIn(diary.rejected, 'wrote'))
    .filter((token) => there.has(token))
  assert.deepEqual(shown, [], 'Rejected tokens are stored.')
  const late = mayNot.flatMap(({ diary, lostAccessAt }) =>
    lostAccessAt === null ? [] : tokensIn(diary.deeds.slice(lostAccessAt), 'wrote'),
  )
  assert.deepEqual(
    late.filter((token) => there.has(token)),
    [],
    'Tokens of somebody without access are stored.',
  )
}

/** Everybody who may write, the server, a fresh load and a compacted load say the same. */
export const checkEqual = async (story: StoryWorld): Promise<void> => {
  const fresh = await storedDoc(story)
  assert.equal(hasPending(fresh), false, 'Something waits for what never came.')
  const state = Y.encodeStateAsUpdate(fresh)
  const server = await story.server.sync.read(aDocument, (doc) => Y.encodeStateAsUpdate(doc))
  assert.ok(server !== null && Buffer.compare(server.value, state) === 0, 'The server says something else.')
  const compacted = new Y.Doc()
  Y.applyUpdate(compacted, state)
  assert.equal(Buffer.compare(Y.encodeStateAsUpdate(compacted), state), 0, 'It reads back as something else.')
  for (const { name, account, peer, diary } of story.writers) {
    if (story.roster.modeOf(account) !== 'write') continue
    assert.equal(peer.text, textOf(fresh), `${name} reads something else.`)
    assert.ok(Y.equalSnapshots(Y.snapshot(peer.doc), Y.snapshot(fresh)), `${name} holds something else.`)
    assert.equal(peer.acked, peer.sent, `${name} waits for an acknowledgement.`)
    assert.equal(diary.acked.length, diary.deeds.length, `${name} was not told what became of everything.`)
  }
}

/** Nobody honest was told not to come back, except who lost access. */
export const checkCloses = (story: StoryWorld): void => {
  const decisions = story.writers
    .flatMap(({ peer }) => peer.closes)
    .filter(({ code }) => code < 4500 && code !== 4403 && code !== 4404)
  assert.deepEqual(decisions, [])
}

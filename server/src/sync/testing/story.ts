/**
 * Many honest peers, one document, and everything that may go wrong short of losing power: a story, the same for the
 * same seed, and what must be true at its end.
 */
import { StorageRefuses } from '../log/storage-refuses.ts'
import { serverAccount } from '../replica.ts'
import type { Dice } from './dice.ts'
import type { StoryWorld, Writer } from './story-world.ts'
import { checkAcknowledged } from './verdict.ts'

const erasing = 0.2
const hour = 3_600_000

/** Somebody puts a token between others, or takes a whole one out. */
const edit = (writer: Writer, dice: Dice): void => {
  const tokens = writer.tokens()
  const at = dice.upTo(tokens.length + 1)
  const found = tokens[at]
  if (found !== undefined && dice.chance(erasing)) writer.erase(found)
  else writer.write(at)
}

const outages: readonly ((story: StoryWorld) => void | Promise<void>)[] = [
  (story) => story.gate.hold(),
  (story) => story.gate.holdAnswers(),
  (story) => story.gate.release(),
  (story) => story.gate.release(),
  async (story) => {
    story.gate.fail(new Error('a bad moment'))
    await story.turn()
    story.gate.fail(null)
  },
  (story) => story.gate.fail(new StorageRefuses('full')),
  (story) => {
    story.gate.fail(null)
    story.clock.advance(1_000)
  },
]

const lives: readonly ((story: StoryWorld) => void | Promise<void>)[] = [
  (story) => story.turn(),
  (story) => story.clock.advance(500),
  (story) => story.clock.advance(31_000),
  (story) => story.everybodyLeaves(),
  async (story) => {
    story.crash()
    await checkAcknowledged(story)
  },
  async (story) => {
    await story.restart()
    await checkAcknowledged(story)
  },
  (story) => story.serverWrites(serverAccount),
  (story) => story.clock.jump(hour),
  (story) => story.clock.jump(-hour),
]

const flip = async (story: StoryWorld, writer: Writer, dice: Dice): Promise<void> => {
  const mode = dice.pick(['write', 'write', 'read', null] as const)
  await story.allow(writer, mode)
}

/** One thing happens. */
const act = async (story: StoryWorld, dice: Dice): Promise<void> => {
  const writer = dice.pick(story.writers)
  const what = dice.upTo(100)
  if (what < 34) edit(writer, dice)
  else if (what < 50) writer.peer.flushOne()
  else if (what < 66) writer.peer.readOne()
  else if (what < 72) writer.peer.pump()
  else if (what < 77) writer.peer.disconnect()
  else if (what < 84) story.comeBack(writer)
  else if (what < 88) await flip(story, writer, dice)
  else if (what < 95) await dice.pick(outages)(story)
  else await dice.pick(lives)(story)
}

/** Plays it from the first act to the last. */
export const play = async (story: StoryWorld, dice: Dice, acts: number): Promise<void> => {
  for (let i = 0; i < acts; i++) await act(story, dice)
}

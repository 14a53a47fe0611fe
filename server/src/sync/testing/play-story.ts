import { Dice } from './dice.ts'
import { play } from './story.ts'
import { type StoryFault, StoryWorld } from './story-world.ts'
import { checkAcknowledged, checkCloses, checkEqual, checkRefused, heal } from './verdict.ts'

/** How much happened. */
export type Tale = { readonly deeds: number; readonly acked: number }

/**
 * Tells one story and throws when it did not end as promised. The same seed tells the same story.
 * `fault` breaks something on purpose, to see that this notices.
 */
export const playStory = async (seed: number, acts: number, fault?: StoryFault): Promise<Tale> => {
  const dice = new Dice(seed)
  const story = new StoryWorld(2 + dice.upTo(5), fault)
  await story.open()
  await play(story, dice, acts)
  await heal(story)
  await checkAcknowledged(story)
  await checkRefused(story)
  await checkEqual(story)
  const acked = story.writers.reduce((sum, { diary }) => sum + diary.acked.length, 0)
  for (const writer of story.writers) await story.allow(writer, 'write')
  await heal(story)
  await checkAcknowledged(story)
  await checkEqual(story)
  await story.everybodyLeaves()
  await story.turn()
  story.crash()
  await checkAcknowledged(story)
  checkCloses(story)
  return { deeds: story.writers.reduce((sum, { diary }) => sum + diary.deeds.length, 0), acked }
}

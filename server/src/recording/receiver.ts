import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { permit } from '../circle/index.ts'
import type { MediaContext, Receiver } from '../media/index.ts'
import { addRecording } from './commands.ts'

/**
 * Makes recordings of uploads. What was begun is brought to its end whatever becomes of the meeting or the circle
 * meanwhile, as long as whoever uploads still belongs to it.
 */
export const recordingReceiver = (context: MediaContext): Receiver => ({
  kinds: ['audio', 'video'],
  mayGoOn: (reader, actor, { circleId }) => permit(reader, actor, 'belong', circleId),
  received: async (tx, { id, circleId, target, label, type, createdBy }) => {
    const about = { meetingId: target as MeetingId, circleId, label, url: null, fileId: id, type }
    await addRecording(context, tx, { memberId: createdBy }, about)
  },
})

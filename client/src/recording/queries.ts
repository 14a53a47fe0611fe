import type { MeetingId, RecordingId } from '@rondo/shared/kernel/id.ts'
import * as contract from '@rondo/shared/recording/contract.ts'
import { useAsk, useTell } from '../platform/ask.ts'

const { listRecordings, readTranscript, searchTranscripts } = contract

export const useRecordings = (meetingId: MeetingId) => useAsk(listRecordings, { params: { meetingId } })

/** Whether there is a recording of the meeting, or one on its way. */
export const useIsRecorded = (meetingId: MeetingId): boolean => {
  const asked = useRecordings(meetingId).data
  return asked !== undefined && asked.recordings.length + asked.uploads.length > 0
}

export const useTranscript = (recordingId: RecordingId) => useAsk(readTranscript, { params: { recordingId } })

export const useAddLink = () => useTell(contract.addLink, [listRecordings])
export const useChangeRecording = () => useTell(contract.changeRecording, [listRecordings])
export const useRemoveRecording = () => useTell(contract.removeRecording, [listRecordings, searchTranscripts])
export const usePutTranscript = () =>
  useTell(contract.putTranscript, [listRecordings, readTranscript, searchTranscripts])
export const useRenameSpeaker = () => useTell(contract.renameSpeaker, [readTranscript, searchTranscripts])

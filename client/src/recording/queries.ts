import type { MeetingId, RecordingId } from '@rondo/shared/kernel/id.ts'
import * as contract from '@rondo/shared/recording/contract.ts'
import { useAsk, useTell } from '../platform/ask.ts'

const { listRecordings, readTranscript, searchTranscripts } = contract

export const useRecordings = (meetingId: MeetingId) => useAsk(listRecordings, { params: { meetingId } })

export const useTranscript = (recordingId: RecordingId) => useAsk(readTranscript, { params: { recordingId } })

export const useAddLink = () => useTell(contract.addLink, [listRecordings])
export const useChangeRecording = () => useTell(contract.changeRecording, [listRecordings])
export const useRemoveRecording = () => useTell(contract.removeRecording, [listRecordings, searchTranscripts])
export const usePutTranscript = () =>
  useTell(contract.putTranscript, [listRecordings, readTranscript, searchTranscripts])
export const useRenameSpeaker = () => useTell(contract.renameSpeaker, [readTranscript, searchTranscripts])

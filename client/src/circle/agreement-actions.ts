import * as contract from '@rondo/shared/circle/agreement-contract.ts'
import { listCircles, readCircle } from '@rondo/shared/circle/contract.ts'
import { listMeetings, readMeeting } from '@rondo/shared/meeting/contract.ts'
import { readPage } from '@rondo/shared/page/contract.ts'
import { listThreads, readThread } from '@rondo/shared/thread/contract.ts'
import { useTell } from '../platform/ask.ts'

const agreement = [contract.readAgreement, readCircle]

/** Whoever accepts may write from then on: what said otherwise is asked again. */
const MAY_WRITE = [...agreement, listCircles, listMeetings, readMeeting, readPage, listThreads, readThread]

export const useAcceptAgreement = () => useTell(contract.acceptAgreement, MAY_WRITE)
export const usePropose = () => useTell(contract.proposeAgreement, agreement)
export const useEditProposal = () => useTell(contract.editProposal, agreement)
export const useWithdraw = () => useTell(contract.withdrawProposal, agreement)
export const useAnswerProposal = () => useTell(contract.answerProposal, agreement)

import * as circle from '@rondo/shared/circle/contract.ts'
import type { MeetingId } from '@rondo/shared/kernel/id.ts'
import { DAY } from '@rondo/shared/kernel/time.ts'
import * as meeting from '@rondo/shared/meeting/contract.ts'
import { circleRoutes } from '../circle/index.ts'
import { temporaryContext } from '../journal/temporary-context.ts'
import { granted, temporaryApp, temporaryPeople } from '../journal/temporary-people.ts'
import { bytesOfFiles, mediaRoutes } from '../media/index.ts'
import { meetingRoutes } from '../meeting/index.ts'
import { memoryFiles } from '../platform/files/memory-files.ts'
import type { HttpApp, Principal } from '../platform/http/http-app.ts'
import { databaseJobs } from '../platform/jobs/database-jobs.ts'
import { handTimers } from '../platform/jobs/hand-timers.ts'
import { runJobs } from '../platform/jobs/run-jobs.ts'
import { temporaryDocuments } from '../projection/temporary-documents.ts'
import { recordingReceiver } from './receiver.ts'
import { recordingRoutes } from './routes.ts'

export const MB = 1000 ** 2

/** For tests: circles, meetings, recordings and files over a fresh database, with files in memory. */
export const temporaryRecording = async (names: readonly string[]) => {
  const ground = await temporaryContext()
  const { clock } = ground
  const context = {
    ...ground,
    documents: temporaryDocuments(),
    files: memoryFiles(() => clock.now()),
    jobs: runJobs(databaseJobs(ground.db), {
      timers: handTimers(clock.now()),
      log: ground.log,
      longestWait: 400 * DAY,
    }),
    quota: { together: 100 * MB, taken: bytesOfFiles },
    mostBytes: 50 * MB,
  }
  const people = await temporaryPeople(context, names)
  const apps: HttpApp[] = []
  const ask = temporaryApp(context, people, (app) => {
    apps.push(app)
    circleRoutes(app, context)
    mediaRoutes(app, context, { recording: recordingReceiver(context) })
    meetingRoutes(app, context)
    recordingRoutes(app, context)
  })
  const person = (at: number): Principal => {
    const found = people[at]
    if (found === undefined) throw new Error('There is nobody.')
    return found
  }
  /** A circle of the first people, with a meeting that has begun. */
  const liveMeeting = async (seated: number, visibility: 'open' | 'confidential' = 'confidential') => {
    const about = { name: 'Reading code', purpose: 'We read.', timeZone: 'Europe/Berlin', visibility }
    const { id: circleId } = granted(await ask(person(0), circle.createCircle, { body: about }))
    for (let at = 1; at < seated; at++)
      granted(
        await ask(person(0), circle.seatMember, {
          params: { circleId },
          body: { memberId: person(at).memberId },
        }),
      )
    const segments = [{ title: 'Read', minutes: 10 }]
    const planned = await ask(person(0), meeting.scheduleMeeting, {
      params: { circleId },
      body: { title: 'Meeting', format: 'brown-bag', startsAt: clock.now(), segments },
    })
    const { id: meetingId } = granted(planned)
    granted(await ask(person(0), meeting.startMeeting, { params: { meetingId } }))
    return { circleId, meetingId: meetingId as MeetingId }
  }
  return {
    context,
    ask,
    person,
    liveMeeting,
    app: apps[0] as HttpApp,
    close: () => ground.close(),
  }
}

/** A WAV file of silence. */
export const wav = (bytes: number): Uint8Array<ArrayBuffer> => {
  const file = new Uint8Array(bytes)
  const head = Buffer.alloc(44)
  head.write('RIFF', 0)
  head.writeUInt32LE(bytes - 8, 4)
  head.write('WAVEfmt ', 8)
  head.writeUInt32LE(16, 16)
  head.writeUInt16LE(1, 20)
  head.writeUInt16LE(1, 22)
  head.writeUInt32LE(8000, 24)
  head.writeUInt32LE(8000, 28)
  head.writeUInt16LE(1, 32)
  head.writeUInt16LE(8, 34)
  head.write('data', 36)
  head.writeUInt32LE(bytes - 44, 40)
  file.fill(128, 44)
  file.set(head)
  for (let at = 44; at < bytes; at += 997) file[at] = at % 251
  return file
}

import { z } from 'zod'

/** A UUID in lower case that names one kind of thing; the brand keeps a circle's id out of a page's place. */
export type Id<Kind extends string> = string & { readonly __kind: Kind }

const id = <Kind extends string>() =>
  z
    .string()
    .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be a lower-case UUID')
    .transform((text): Id<Kind> => text as Id<Kind>)

export const memberId = id<'member'>()
export const circleId = id<'circle'>()
export const pageId = id<'page'>()
export const documentId = id<'document'>()
export const meetingId = id<'meeting'>()
export const segmentId = id<'segment'>()
export const captureId = id<'capture'>()
export const threadId = id<'thread'>()
export const postId = id<'post'>()
export const invitationId = id<'invitation'>()
export const versionId = id<'version'>()
export const cadenceId = id<'cadence'>()
export const feedId = id<'feed'>()
export const notificationId = id<'notification'>()
export const awayId = id<'away'>()
export const swapId = id<'swap'>()
export const formatId = id<'format'>()
export const fileId = id<'file'>()
export const guestLinkId = id<'guest-link'>()
export const recordingId = id<'recording'>()

export type MemberId = Id<'member'>
export type CircleId = Id<'circle'>
export type PageId = Id<'page'>
export type DocumentId = Id<'document'>
export type MeetingId = Id<'meeting'>
export type SegmentId = Id<'segment'>
export type CaptureId = Id<'capture'>
export type AnswerId = Id<'answer'>
export type ThreadId = Id<'thread'>
export type PostId = Id<'post'>
export type InvitationId = Id<'invitation'>
export type VersionId = Id<'version'>
export type CadenceId = Id<'cadence'>
export type FeedId = Id<'feed'>
export type NotificationId = Id<'notification'>
export type MailId = Id<'mail'>
export type FormatId = Id<'format'>
export type FileId = Id<'file'>
export type GuestLinkId = Id<'guest-link'>
export type AwayId = Id<'away'>
export type SwapId = Id<'swap'>
export type RecordingId = Id<'recording'>

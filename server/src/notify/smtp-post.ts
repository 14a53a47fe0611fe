import { PassThrough } from 'node:stream'
import { createTransport } from 'nodemailer'
import type { Handed, Letter, Post } from './post.ts'

const PATIENCE = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

/** Hands mails to the server that SMTP_URL names. Nothing is read from disk or fetched for a mail. */
export const smtpPost = (options: { url: string; from: string }): Post => {
  const transport = createTransport(
    { url: options.url, disableFileAccess: true, disableUrlAccess: true, ...PATIENCE },
    { from: options.from },
  )
  const begun = new Set<string>()
  transport.use('stream', ({ data, message }, done) => {
    // Its text is read once the mail server is there and listens.
    message.transform(() => {
      begun.add(data.messageId ?? '')
      return new PassThrough()
    })
    done()
  })
  return {
    hand: async (letter) => {
      try {
        await transport.sendMail(mailOf(letter))
        return 'taken'
      } catch (error) {
        return handedOf(error, begun.has(letter.messageId))
      } finally {
        begun.delete(letter.messageId)
      }
    },
    close: () => transport.close(),
  }
}

const mailOf = ({ to, subject, text, html, language, messageId, unsubscribe }: Letter) => ({
  to,
  subject,
  text,
  html,
  messageId,
  headers: {
    'List-Unsubscribe': `<${unsubscribe}>`,
    'Content-Language': language,
    'Auto-Submitted': 'auto-generated',
    'X-Auto-Response-Suppress': 'All',
  },
})

/** An answer of 5xx is a refusal; a line that broke without an answer after the text was begun leaves a doubt. */
const handedOf = (error: unknown, wasBegun: boolean): Handed => {
  const { responseCode } = error as { responseCode?: unknown }
  if (typeof responseCode === 'number') return responseCode >= 500 ? 'refused' : 'later'
  return wasBegun ? 'in-doubt' : 'later'
}

import type { Body, Item } from './compose-mail.ts'

/** A mail as plain text. */
export const writeText = ({ hello, items, words, stops, settings }: Body): string =>
  [
    hello,
    ...items.map((item) => [...linesOf(item), item.url].join('\n')),
    [
      '-- ',
      words.why,
      ...stops.map(({ topic, url }) => `${stopWords(words, topic)}: ${url}`),
      `${words.choose}: ${settings}`,
    ].join('\n'),
  ].join('\n\n')

const linesOf = ({ headline, what, when, roles }: Item): string[] => [
  headline,
  what,
  ...(when === null ? [] : [when]),
  ...(roles.length === 0 ? [] : [roles.join(' ')]),
]

/** The same as HTML that needs nothing from anywhere: no picture, no font, no style sheet. */
export const writeHtml = ({ hello, items, words, language, stops, settings }: Body): string => {
  const footer = [
    inHtml(words.why),
    ...stops.map(({ topic, url }) => anchor(url, stopWords(words, topic))),
    anchor(settings, words.choose),
  ]
  return [
    `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>Rondo</title></head>`,
    '<body style="margin:0;padding:24px;font:16px/1.5 Georgia,serif;color:#22211f;background:#faf8f4">',
    '<div style="max-width:560px">',
    `<p>${inHtml(hello)}</p>`,
    ...items.map((item) => itemHtml(item, words.open)),
    `<p style="margin-top:32px;font:13px/1.6 sans-serif;color:#5c5852">${footer.join('<br>')}</p>`,
    '</div></body></html>',
  ].join('\n')
}

const itemHtml = (item: Item, open: string): string => {
  const [headline = '', ...rest] = linesOf(item).map(inHtml)
  const lines = [`<b>${headline}</b>`, ...rest].join('<br>')
  return `<p style="padding-top:12px;border-top:1px solid #ddd8cf">${lines}<br>${anchor(item.url, open)}</p>`
}

const stopWords = ({ stop, stopAll, topic: names }: Body['words'], topic: Body['stops'][number]['topic']) =>
  topic === null ? stopAll : stop(names[topic])

const anchor = (url: string, text: string): string =>
  `<a href="${inHtml(url)}" style="color:inherit">${inHtml(text)}</a>`

const ESCAPES = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
])

const inHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => ESCAPES.get(sign) ?? sign)

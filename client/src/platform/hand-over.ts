/** Hands a text over as a file. */
export function saveFile(name: string, text: string, type = 'text/plain'): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 1_000)
}

/** The forms in which something is pasted: plain everywhere, rich where the other program can. */
export interface Copied {
  readonly plain: string | Promise<string>
  readonly html?: string
}

/**
 * Puts something on the clipboard, also what is still on its way: the browser must be asked within the click.
 * @throws where the browser does not allow it, as on a page without TLS
 */
export async function copy({ plain, html }: Copied): Promise<void> {
  const blob = async (text: string | Promise<string>, type: string) => new Blob([await text], { type })
  await navigator.clipboard.write([
    new ClipboardItem({
      'text/plain': blob(plain, 'text/plain'),
      ...(html === undefined ? {} : { 'text/html': blob(html, 'text/html') }),
    }),
  ])
}

import { Extension } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'

/** From so many blocks on a browser is spared those that nobody sees. */
export const LONG_PAGE = 300

/** Marks a page of so many blocks that a letter would be slow if all of them were laid out for it. */
export const LongPage = Extension.create({
  name: 'longPage',
  addProseMirrorPlugins: () => [
    new Plugin({
      props: {
        attributes: ({ doc }) => (doc.childCount >= LONG_PAGE ? { class: 'doc-long' } : {}),
      },
    }),
  ],
})

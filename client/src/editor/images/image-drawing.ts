import { isAltText, isId, isSide } from '@rondo/shared/document/attributes.ts'
import type { Node as PmNode } from '@tiptap/pm/model'
import type { Doors } from '../editor-extensions.ts'
import type { Drawing, Place } from '../views/block-view.ts'
import { makeElement } from '../views/make-element.ts'
import type { View } from '../world.ts'
import { descriptionField } from './description-field.ts'
import type { ImageLook } from './waiting-images.ts'

/** An image as its node says it; undefined where the node names no file. */
const lookOf = ({ attrs }: PmNode): ImageLook | undefined => {
  const { fileId, alt, width, height } = attrs
  if (!isId<'file'>(fileId)) return undefined
  return {
    fileId,
    alt: isAltText(alt) ? alt : undefined,
    width: isSide(width) ? width : 0,
    height: isSide(height) ? height : 0,
  }
}

/**
 * An image: pressing it shows it large. Below it stands what is asked of whoever may write: what it shows. Its size is known
 * before it comes, so nothing jumps.
 */
export const drawImage =
  (doors: Doors) =>
  (place: Place): Drawing => {
    let look: ImageLook | undefined
    const picture = makeElement('img', { loading: 'lazy', decoding: 'async', draggable: 'false' })
    const open = makeElement('button', { type: 'button', class: 'doc-image-open' }, picture)
    const missing = makeElement('p', { class: 'doc-image-missing' })
    const annotate = makeElement('button', { type: 'button', class: 'doc-value' })
    const description = descriptionField(
      (answer) => place.set(answer),
      () => place.focusEnd(),
    )
    const remove = makeElement('button', { type: 'button', class: 'doc-value' })
    const acts = makeElement('span', { class: 'doc-image-acts' }, annotate, remove)
    const foot = makeElement('figcaption', { class: 'doc-image-foot' }, description.dom, acts)
    const dom = makeElement('figure', { class: 'doc-image', contenteditable: 'false' }, open, missing, foot)
    const setMissing = (isMissing: boolean): void => {
      missing.hidden = !isMissing
      open.hidden = isMissing
    }
    picture.addEventListener('error', () => setMissing(true))
    picture.addEventListener('load', () => setMissing(false))
    open.addEventListener('click', () => look && doors.showImage(look))
    annotate.addEventListener('click', () => {
      const position = place.position()
      if (look && position !== undefined) doors.annotateImage(look, position)
    })

    remove.addEventListener('click', () => {
      const position = place.position()
      const { state, view } = place.editor
      if (position !== undefined) view.dispatch(state.tr.delete(position, position + 1))
    })

    const showPicture = ({ t, images }: View, node: PmNode): void => {
      const address = look && images?.address(look.fileId)
      const words = node.attrs['decorative'] === true ? '' : (look?.alt ?? t('editor.image.notDescribed'))
      picture.alt = words
      open.setAttribute(
        'aria-label',
        words ? t('editor.image.openThis', { text: words }) : t('editor.image.open'),
      )
      if (look && look.width > 0) picture.width = look.width
      if (look && look.height > 0) picture.height = look.height
      missing.textContent = look?.alt
        ? t('editor.image.missingThis', { text: look.alt })
        : t('editor.image.missing')
      if (address === undefined) setMissing(true)
      else if (picture.getAttribute('src') !== address) {
        setMissing(false)
        picture.src = address
      }
    }

    return {
      dom,
      show: (node, view, editable) => {
        look = lookOf(node)
        showPicture(view, node)
        description.show(
          { alt: look?.alt, isDecorative: node.attrs['decorative'] === true },
          view.t,
          editable,
        )
        annotate.textContent = view.t('editor.image.annotate')
        annotate.hidden = !editable || view.images?.renderAnnotation === undefined || look === undefined
        remove.textContent = view.t('editor.image.remove')
        acts.hidden = !editable
        foot.hidden = acts.hidden && description.dom.hidden
      },
    }
  }

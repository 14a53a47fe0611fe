/** A DOM element with attributes and children; an attribute that is undefined is left out. */
export const makeElement = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] => {
  const element = document.createElement(name)
  for (const [key, value] of Object.entries(attributes)) {
    if (value !== undefined) element.setAttribute(key, value)
  }
  element.append(...children)
  return element
}

/** A part of a block that shows what nobody types. */
export const makeFixed = <Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] =>
  makeElement(name, { class: className, contenteditable: 'false' }, ...children)

/** Lets an element stand at the end of another one, or nowhere. */
export const standIn = (parent: Element, child: Element, isThere: boolean): void => {
  if (!isThere) child.remove()
  else if (child.parentNode !== parent) parent.append(child)
}

const SVG = 'http://www.w3.org/2000/svg'

/** An icon of the sprite that the editor's component draws once. */
export const makeSign = (symbolId: string): SVGSVGElement => {
  const svg = document.createElementNS(SVG, 'svg')
  const use = document.createElementNS(SVG, 'use')
  svg.setAttribute('aria-hidden', 'true')
  svg.setAttribute('viewBox', '0 0 24 24')
  use.setAttribute('href', `#${symbolId}`)
  svg.append(use)
  return svg
}

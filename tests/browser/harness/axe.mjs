// axe-core in the page, whose policy does not bind it.
import axe from 'axe-core'

export const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

// What the rules with these tags say against the page: the rule and the elements. Of all that axe finds, only this leaves the
// page, and the half megabyte of axe itself goes there once, since a page is looked at on several widths.
export async function violations(page, tags) {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  return page.evaluate(async (values) => {
    const { violations } = await globalThis.axe.run({ runOnly: { type: 'tag', values }, resultTypes: ['violations'] })
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `axe ${id}: ${node.html.slice(0, 200)}`))
  }, tags)
}

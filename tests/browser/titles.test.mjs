// No two pages have the same title.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PAGES, SECTIONS } from './pages/paths.mjs'
import { seats } from './pages/visit.mjs'

const sit = seats()

test('each page has a title of its own', async () => {
  const titles = new Map()
  for (const [who, paths] of [PAGES, SECTIONS].flatMap(Object.entries)) {
    const page = await sit(who)
    for (const path of paths) {
      const [, title] = (await (await page.request.get(path)).text()).match(/<title>([^<]*)/)
      const place = path.replace(/\?(?!page=).*/, '')
      assert.equal(titles.get(title) ?? place, place, `“${title}” is the title of both`)
      titles.set(title, place)
    }
    await page.context().close()
  }
})

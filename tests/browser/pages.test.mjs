// Every page, as somebody who may see it finds it.
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { closeBrowser, open, openAs } from './harness/browser.mjs'
import { examineAt } from './harness/examine.mjs'
import { Service } from './harness/service.mjs'

const CASE = '/cases/2026-003'
const of = (place, ...pages) => pages.map((page) => place + page)

// Who opens what. Pages of the same person are opened one after the other in the same window.
const PAGES = {
  nobody: ['/sign-in', '/sign-in?to=/due', '/sign-in/check-your-email', '/help', '/accessibility', '/privacy', '/cookies'],
  manager: [
    ...of('/due', '', '?whose=waiting', '?whose=everyone', '?for=print'),
    ...of('/cases', '', '?q=infant', '?page=2', '?q=nothing-like-it', '?q=2026-144'),
    ...of('/search', '', '?q=harm', '?q=nothing-like-it'),
    '/cases/new',
    ...of(CASE, '', '/deadlines', '/deadlines/rapid-review', '/deadlines/rapid-review/delay', '/history', '/print'),
    ...of(CASE, '/history/10', '/history/10/correct', '/history/10/strike-out', '/notes/new', '/retitle'),
    ...of(CASE, '/access', '/access/new', '/access/lead', '/access/readings'),
    ...of(CASE, '/notification', '/notification/print', '/notification/reclassify', '/notification/told', '/notification/authorities'),
    ...of('/cases/2026-004', '', '/deadlines', '/history'),
    ...of('/cases/2026-005', '', '/notification', '/notification/sent', '/notification/incident', '/deadlines'),
    ...of('/cases/2026-005/notification/children', '/new', '/1', '/1/identity'),
    ...of('/cases/2026-006', '', '/notification', '/notification/leads', '/notification/incident'),
    ...of('/cases/2025-001', '', '/deadlines'),
    '/cases/2025-003/close',
    ...of('/cases/2025-004', '', '/notification', '/reopen', '/history'),
    ...of('/cases/2025-005', '', '/notification'),
    ...of('/cases/2025-006', '', '/notification'),
    ...of('/cases/2025-008', '', '/notification'),
    ...of('/cases/2025-009', '', '/deadlines', '/deadlines/copies'),
    ...of('/cases/2025-011', '', '/notification'),
    ...of('/account', '', '/job-title'),
    ...of('/admin', '/calendar', '/rules', '/people'),
  ],
  council: ['/decisions', '/cases', CASE, `${CASE}/history`, `${CASE}/notification`, '/account'],
  liaison: ['/panel', '/due', CASE, `${CASE}/panel`],
  contributor: ['/requests', CASE, `${CASE}/history`, `${CASE}/deadlines`, `${CASE}/access`],
  reviewer: ['/my-reviews'],
  administrator: [
    ...of('/admin', '/people', '/people/new', '/agencies', '/agencies/new', '/partnerships', '/calendar', '/calendar/new', '/rules', '/log'),
  ],
}

let service
const titles = new Map()
before(async () => { service = await Service.start() })
after(async () => {
  await closeBrowser()
  await service.stop()
})

for (const [who, paths] of Object.entries(PAGES)) {
  test(`pages that ${who} may open`, async (t) => {
    const page = who === 'nobody' ? await open(service) : await openAs(service, who)
    for (const path of paths) {
      await t.test(path, async () => {
        await examineAt(page, path)
        const [title, place] = [await page.title(), path.replace(/\?(?!page=).*/, '')]
        assert.ok((titles.get(title) ?? place) === place, `“${title}” is the title of ${place} and of ${titles.get(title)}`)
        titles.set(title, place)
      })
    }
    await page.context().close()
  })
}

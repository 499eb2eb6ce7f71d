// The story: one case from the phone call to its end and beyond, each step taken by the person whose step it is.
import assert from 'node:assert/strict'
import { go } from './harness/browser.mjs'
import { mainJourney } from './harness/journey.mjs'
import { ask as read } from './harness/record.mjs'
import * as lcspr from './story/lcspr.mjs'
import * as notification from './story/notification.mjs'
import * as panel from './story/panel.mjs'
import { days } from './story/people.mjs'
import * as publication from './story/publication.mjs'
import * as rapidReview from './story/rapid-review.mjs'

const STORY = [
  ['2026-12-29', notification.notify],
  ['2026-12-30', rapidReview.ask],
  ['2027-01-08', rapidReview.answers],
  ['2027-01-12', rapidReview.late],
  ['2027-01-13', rapidReview.meet],
  ['2027-01-14', rapidReview.differ],
  ['2027-01-18', rapidReview.changeReport],
  ['2027-01-19', rapidReview.allAgree],
  ['2027-01-20', panel.submit],
  ['2027-02-01', panel.asksForMore],
  ['2027-02-15', panel.agrees],
  ['2027-02-17', lcspr.decide],
  ['2027-03-08', lcspr.commission],
  ['2027-04-12', lcspr.replace],
  ['2027-05-03', lcspr.hold],
  ['2027-07-20', lcspr.explain],
  ['2027-09-06', lcspr.resume],
  ['2027-09-20', lcspr.draft],
  ['2027-10-11', lcspr.signOff],
  ['2027-10-25', publication.plan],
  ['2027-11-10', publication.publish],
  ['2027-11-11', publication.open],
  ['2028-01-27', publication.judge],
  ['2028-02-03', publication.close],
]

mainJourney('the story of one case', async ({ service, script, pages }) => {
  const story = days(service, script, pages)
  await story.on('2026-12-21')
  const at = await notification.call(story)
  for (const [day, chapter] of STORY) {
    await story.on(day)
    await chapter(story, at)
  }
  await isOnPaper(service.record, await story.as('manager'), at)
  await story.leave()
})

// The paper pack tells every entry of the record once, in its order.
async function isOnPaper(record, page, at) {
  const reference = at.split('/').at(-1)
  const { history } = await read(record, 'case', reference, '--json')
  await go(page, `${at}/print`)
  const printed = await page.locator('.moj-timeline__item, ol.app-timeline > li').count()
  assert.equal(printed, history.length, 'every entry is on paper')
}

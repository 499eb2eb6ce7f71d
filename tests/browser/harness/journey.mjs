// A journey is walked with and without script, on SQLite and on PostgreSQL.
import { after, test } from 'node:test'
import assert from 'node:assert/strict'
import { closeBrowser, open, openAs } from './browser.mjs'
import { databases } from './record.mjs'
import { Service } from './service.mjs'

after(closeBrowser)

const ALL = databases.flatMap((database) => [true, false].map((script) => ({ database, script })))
// Each database and each way of scripting is met once. What this misses fails for one pair of them only.
const PAIRS = [{ database: 'SQLite', script: true }, { database: 'PostgreSQL', script: false }]

// `walk` gets the service and two ways to sit down at a browser: as nobody, and as one of the invented people.
// Twice each time, four times with VARIANTS=all.
export const journey = walkedIn(process.env.VARIANTS === 'all' ? ALL : PAIRS)
// What everything else stands on: four times each time.
export const mainJourney = walkedIn(ALL)

function walkedIn(variants) {
  return (name, walk) => {
    for (const { database, script } of variants) {
      test(`${name} (${database}, ${script ? 'with' : 'without'} script)`, () => walked(walk, database, script))
    }
  }
}

async function walked(walk, database, script) {
  const service = await Service.start(database)
  const pages = []
  const seat = (opened) => async (...args) => {
    const page = await opened(...args)
    pages.push(page)
    return page
  }
  try {
    await walk({
      service,
      script,
      pages,
      open: seat(() => open(service, { script })),
      openAs: seat((who) => openAs(service, who, { script })),
    })
    assert.deepEqual(pages.flatMap((page) => page.complaints), [], 'nothing is said on the console')
  } catch (error) {
    const standing = await Promise.all(pages.map((page) => describe(page)))
    throw new Error([error.message, ...standing].join('\n'), { cause: error })
  } finally {
    for (const page of pages) await page.context().close()
    await service.stop()
  }
}

// Where a page stood when something failed, for whoever reads the report.
async function describe(page) {
  const text = await page.innerText('main').catch(() => '')
  return `${page.url()}: ${text.replace(/\s+/g, ' ').slice(0, 600)}`
}

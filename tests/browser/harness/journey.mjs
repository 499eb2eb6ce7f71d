// A journey is walked four times: with and without script, on SQLite and on PostgreSQL.
import { after, test } from 'node:test'
import assert from 'node:assert/strict'
import { closeBrowser, open, openAs } from './browser.mjs'
import { databases } from './record.mjs'
import { Service } from './service.mjs'

after(closeBrowser)

// `walk` gets the service and two ways to sit down at a browser: as nobody, and as one of the invented people.
export function journey(name, walk) {
  for (const database of databases) {
    for (const script of [true, false]) {
      test(`${name} (${database}, ${script ? 'with' : 'without'} script)`, async () => {
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
      })
    }
  }
}

// Where a page stood when something failed, for whoever reads the report.
async function describe(page) {
  const text = await page.innerText('main').catch(() => '')
  return `${page.url()}: ${text.replace(/\s+/g, ' ').slice(0, 600)}`
}

// The days of the story, and who sits at a browser on each.
import { openAs } from '../harness/browser.mjs'

// Gives the story its days: everybody signs in anew on each, as they would.
export function days(service, script, seats) {
  const seated = new Map()
  const leave = async () => {
    for (const page of seated.values()) await page.context().close()
    seated.clear()
  }
  return {
    async on(day) {
      await leave()
      await service.goOn(day)
    },
    async as(who) {
      if (!seated.has(who)) {
        const page = await openAs(service, who, { script })
        seats.push(page)
        seated.set(who, page)
      }
      return seated.get(who)
    },
    leave,
  }
}

// A date of the story as a form takes it.
export const on = (day, month, year) => ({ on: [day, month, year] })

// An owner's update, from opening the link to thanks: without script, on a screen 320 pixels wide, by keyboard
// alone, on three pages at most.
import assert from 'node:assert/strict'
import { tabTo } from './walk.mjs'

const narrow = { width: 320, height: 640 }

/** Tab, Space and arrows: a group of radios is one stop, and the arrows choose in it. */
async function choose (page, name, value) {
  await tabTo(page, `[name="${name}"]`)
  await page.keyboard.press('Space')
  for (let presses = 0; presses < 12; ++presses) {
    if (await page.evaluate(([n, v]) => document.activeElement.name === n && document.activeElement.value === v && document.activeElement.checked, [name, value])) return
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`the arrows did not lead to ${value}`)
}

async function pressEnterOn (page, selector) {
  await tabTo(page, selector, 200)
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')])
}

async function giveFigure (page, item, { shows, source }) {
  await tabTo(page, `details:has([name="${item}-figure"]) > summary`)
  await page.keyboard.press('Enter')
  await tabTo(page, `[name="${item}-figure"]`)
  await page.keyboard.type(shows)
  await tabTo(page, `[name="${item}-source"]`)
  await page.keyboard.type(source)
}

async function giveDate (page, item, { day, month, year, because }) {
  await tabTo(page, `details:has([name="${item}-because"]) > summary`)
  await page.keyboard.press('Enter')
  for (const [part, value] of Object.entries({ day, month, year })) {
    await tabTo(page, `[name="${item}-date-${part}"]`)
    await page.keyboard.type(value)
  }
  await tabTo(page, `[name="${item}-because"]`)
  await page.keyboard.type(because)
}

/** Looks at a page without script on a narrow screen, once for each language. */
function lookNarrow (walk, page, language) {
  walk.replies ??= new Set()
  return async name => {
    assert.equal(await page.getAttribute('html', 'lang'), language)
    const width = await page.evaluate(() => document.documentElement.scrollWidth)
    assert.ok(width <= narrow.width, `${name} is ${width} pixels wide`)
    const picture = `${name}-${language}`
    if (!walk.replies.has(picture)) await walk.lookWithoutScript(page, picture)
    walk.replies.add(picture)
  }
}

/** The panel's question by the link in its letter: answered by keyboard, on two pages. */
export async function answerByKeyboard (walk, link, { answer, language }) {
  const context = await walk.browser.newContext({ javaScriptEnabled: false, viewport: narrow })
  const page = await context.newPage()
  const look = lookNarrow(walk, page, language)
  await page.goto(walk.address + link)
  await look('question')
  await tabTo(page, '[name=text]')
  await page.keyboard.type(answer)
  await pressEnterOn(page, 'main form button')
  await look('question-thanks')
  assert.equal(await page.locator('main textarea').count(), 0, 'it is answered once')
  await context.close()
}

/**
 * `link` as it stood in the letter; `item` and what is claimed of it; `forecast` and `figure` are typed
 * into the fields that the keyboard opens. Each page is looked at once in each language.
 */
export async function reportByKeyboard (walk, link, { item, claim, forecast, figure, language }) {
  const context = await walk.browser.newContext({ javaScriptEnabled: false, viewport: narrow })
  const page = await context.newPage()
  let pages = 0
  page.on('load', () => { ++pages })
  const look = lookNarrow(walk, page, language)
  await page.goto(walk.address + link)
  await look('reply')
  await choose(page, `${item}-claim`, claim)
  if (forecast) await giveDate(page, item, forecast)
  if (figure) await giveFigure(page, item, figure)
  await pressEnterOn(page, 'button[value=check]')
  await look('reply-check')
  await pressEnterOn(page, 'main form button')
  await look('reply-thanks')
  assert.equal(await page.locator('.govuk-panel').count(), 1, 'the last page says thank you')
  assert.ok(pages <= 3, `${pages} pages from the link to thanks`)
  await context.close()
}

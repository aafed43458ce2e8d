// What the journeys through registers share: somebody signs in at a narrow window without script, fills a
// register's form in page by page, and moves a record on.
import assert from 'node:assert/strict'
import { form, press, words } from './desk.mjs'
import { tabTo } from './walk.mjs'

const narrow = { width: 320, height: 640 }

/** A window 320 pixels wide that runs no script; of somebody whose address is `email`, or of nobody known. */
export async function narrowWindow (walk, email) {
  const context = await walk.browser.newContext({ javaScriptEnabled: false, viewport: narrow })
  context.setDefaultTimeout(45000)
  const page = await context.newPage()
  if (!email) return page
  const link = walk.program.run('sign-in', '--person', email).match(/\/sign-in\/[A-Za-z0-9_-]+/)[0]
  await page.goto(walk.address + link)
  await press(page, 'main form[action*="/sign-in/"]')
  return page
}

async function answerOne (page, field, value) {
  const named = page.locator(`main [name="${field}"]:not([type=hidden])`)
  const box = part => `main [name="${field}-${part}"]:not([type=hidden])`
  if (await page.locator(box('day')).count()) {
    const [year, month, day] = value.split('-')
    for (const [part, digits] of Object.entries({ day, month, year })) await page.fill(box(part), String(Number(digits)))
    return true
  }
  if (await named.count() === 0) return false
  const kind = await named.first().evaluate(element => element.type)
  if (kind === 'radio' || kind === 'checkbox') {
    for (const code of value.split(';')) await page.check(`main [name="${field}"][value="${code}"]`)
  } else if (kind === 'select-one') {
    await named.selectOption(value)
  } else {
    await named.fill(value)
  }
  return true
}

/** Answers what of `answers` stands on this page of the form; the names of those fields. */
export async function answerPage (page, answers) {
  const answered = []
  for (const [field, value] of Object.entries(answers)) {
    if (await answerOne(page, field, value)) answered.push(field)
  }
  return answered
}

const isChecking = async page => await page.locator('main button[value=send]').count() > 0

async function goOnByKeyboard (page) {
  const loaded = page.waitForNavigation()
  await tabTo(page, 'main button[value=next]')
  await page.keyboard.press('Enter')
  await loaded
}

async function lookAtPage (walk, page, steps, name) {
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  assert.ok(width <= narrow.width, `${await page.title()} is ${width} pixels wide`)
  const step = await page.locator('main input[name=step]').getAttribute('value')
  if (!steps || steps.includes(step)) await walk.lookWithoutScript(page, `${name}-${step}`)
}

/**
 * From the form's first page to the page on which everything is checked ("check"). Each of `answers` must have been
 * asked; what leads on is found by pressing Tab. The pages named in `steps` are looked at closely, all of them where
 * none is named; each must be narrow enough.
 */
export async function fillForm (walk, page, register, answers, { name = 'form', steps } = {}) {
  await page.goto(`${walk.address}${register}/report`)
  const left = new Set(Object.keys(answers))
  for (let pages = 0; pages < 20; ++pages) {
    await lookAtPage(walk, page, steps, name)
    if (await isChecking(page)) break
    for (const field of await answerPage(page, answers)) left.delete(field)
    await goOnByKeyboard(page)
    assert.equal(await page.locator('.govuk-error-summary').count(), 0, `refused: ${await words(page)}`)
  }
  assert.deepEqual([...left], [], 'these were not asked')
}

/** Sends what was checked; the number on the receipt, which is looked at closely where it has a name. */
export async function send (walk, page, name) {
  await page.click('main button[value=send]')
  await page.waitForURL(/\/received\//)
  if (name) await walk.lookWithoutScript(page, name)
  return new URL(page.url()).pathname.split('/').at(-1)
}

/** The form with which the record that is open is handled. */
export const handling = page => form(`/records/${new URL(page.url()).pathname.split('/').at(-1)}`)

/** Handles the record that is open: its fields, the state that it gets, and why. */
export async function handle (page, { answers = {}, to, reason }) {
  await answerPage(page, answers)
  if (to) await page.check(`${handling(page)} [name=move_to][value="${to}"]`)
  if (reason) await page.fill(`${handling(page)} [name=reason]`, reason)
  await press(page, handling(page))
}

// An officer looks an import through by its document: gives a column another meaning, finds a row
// that was missed, puts the title right, and takes steps back. Once with the pages' script and once
// without.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { test } from 'node:test'
import { browserIsThere, openBrowser } from './browser.mjs'
import { programIsThere, root, startProgram } from './program.mjs'
import { Walk } from './walk.mjs'

const skip = !browserIsThere() ? 'no browser' : !programIsThere() ? 'the program is not built' : false
const document_ = join(root, 'examples/plans/aberllyn-anti-racism-plan.docx')

const press = (page, selector) => page.locator(`${selector} button:not([type=button])`).first().click()
const form = ending => `main form[action$="${ending}"]`
const words = page => page.textContent('main')

async function open (walk, link) {
  const { officer } = walk
  await officer.goto(link)
  await press(officer, 'main form[action*="/sign-in/"]')
  await walk.go(officer, '/desk/import')
  await officer.setInputFiles('main input[type=file]', document_)
  await press(officer, form('/desk/import'))
  await officer.waitForURL(/\/desk\/import\/[^/]+$/)
  walk.review = new URL(officer.url()).pathname
}

// The table's form is inside details that are opened with the keyboard.
async function openColumns (page) {
  const summary = page.locator('section[aria-labelledby=columns] details > summary').first()
  await summary.focus()
  await page.keyboard.press('Enter')
  return page.locator('section[aria-labelledby=columns] details').first()
}

async function giveAnotherMeaning (walk) {
  const { officer } = walk
  await walk.go(officer, walk.review, 'review')
  const owners = await officer.locator('dt:text-is("Owner") + dd, dt:text-is("Owners") + dd').first().textContent()
  const details = await openColumns(officer)
  await walk.look(officer, 'review-columns')
  const owner = details.locator('select').filter({ has: officer.locator('option[value=owner][selected]') }).first()
  await owner.selectOption('partner')
  await details.locator('button').first().click()
  await officer.waitForLoadState()
  assert.ok((await words(officer)).includes('all rows were read again'), 'the page says what was done')
  await walk.look(officer, 'review-reread')
  const after = await officer.locator('dt:text-is("Owner") + dd, dt:text-is("Owners") + dd').first().textContent()
  assert.notEqual(after, owners, 'the first item has another owner now')
  await press(officer, form('/undo'))
  await officer.waitForLoadState()
  assert.equal(await officer.locator('dt:text-is("Owner") + dd, dt:text-is("Owners") + dd').first().textContent(), owners, 'undo takes it back')
}

async function twoTitles (walk) {
  const { officer } = walk
  const details = await openColumns(officer)
  for (const select of await details.locator('select').all()) await select.selectOption('title')
  await details.locator('button').first().click()
  await officer.waitForSelector('.govuk-error-summary')
  await walk.look(officer, 'review-columns-refused', { ownTitle: false })
}

async function findWhatWasMissed (walk) {
  const { officer } = walk
  await walk.go(officer, walk.review)
  await officer.locator('main a[href$="/source"]').first().click()
  await walk.look(officer, 'source')
  await officer.locator('main a[href*="show=nothing"]').click()
  await walk.look(officer, 'source-nothing', { ownTitle: false })
  const before = await officer.locator('main .mg-link-button').count()
  assert.ok(before > 0, 'something was not read as an item')
  await officer.locator('main .mg-link-button').first().focus()
  await officer.keyboard.press('Enter')
  await officer.waitForURL(/#block-/)
  const row = officer.locator(`[id="${new URL(officer.url()).hash.slice(1)}"]`)
  assert.ok((await row.textContent()).includes('Item'), 'the row is an item now')
  await row.locator('a[href*="/items/"]').click()
  await walk.look(officer, 'source-item')
  await press(officer, 'main form[action$="/remove"]')
  await officer.waitForURL(url => url.pathname === walk.review)
  assert.ok((await words(officer)).includes('an item was taken out'))
}

async function itemAndBack (walk) {
  const { officer } = walk
  await walk.go(officer, `${walk.review}?show=findings`, 'review-findings')
  const link = officer.locator('main li.mg-review a[href*="/source"]').first()
  const target = await link.getAttribute('href')
  await link.click()
  const row = officer.locator(`[id="${target.split('#')[1]}"]`)
  assert.equal(await row.count(), 1, 'the link leads to the row')
  assert.ok(await row.locator('a[href*="/items/"]').count() > 0, 'and the row back to the item')
}

async function editThePlan (walk) {
  const { officer } = walk
  await walk.go(officer, `${walk.review}/plan`, 'plan-form')
  await officer.fill('#title-text', 'Aberllyn against racism')
  await press(officer, 'main form:has(#title-text)')
  await officer.fill('#new_theme-text', 'Libraries')
  await press(officer, 'main form:has(#new_theme-text)')
  await officer.fill('#new_theme-text', 'libraries')
  await press(officer, 'main form:has(#new_theme-text)')
  await officer.waitForSelector('.govuk-error-summary')
  await walk.look(officer, 'plan-form-refused', { ownTitle: false })
  await walk.go(officer, walk.review)
  assert.ok((await words(officer)).includes('Aberllyn against racism'))
  await press(officer, form('/undo'))
  await walk.go(officer, `/cy${walk.review}`, 'review-cy')
  await walk.go(officer, `/cy${walk.review}/source`, 'source-cy')
  await walk.go(officer, `/cy${walk.review}/plan`, 'plan-form-cy')
}

for (const scripts of [true, false]) {
  const name = scripts ? 'review-with-script' : 'review-without-script'
  test(`an import beside its document, ${name.slice(7).replace('-', ' ')}`, { skip, timeout: 400000 }, async t => {
    const program = await startProgram()
    t.after(() => program.stop())
    const { browser, close } = await openBrowser()
    t.after(close)
    const walk = new Walk(t, { browser, address: program.address, scripts, name })
    await walk.open()
    await walk.step('import a document', () => open(walk, program.signInLink()))
    await walk.step('give a column another meaning, and take it back', () => giveAnotherMeaning(walk))
    await walk.step('say what cannot be', () => twoTitles(walk))
    await walk.step('find a row that was missed, make it an item, take it out', () => findWhatWasMissed(walk))
    await walk.step('go from an item to its row and back', () => itemAndBack(walk))
    await walk.step('put title and themes right', () => editThePlan(walk))
    await t.test('every page is accessible, narrow enough and told apart', () => {
      assert.deepEqual([...new Set(walk.faults)], [])
    })
  })
}

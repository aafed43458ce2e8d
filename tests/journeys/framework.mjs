// A framework is assessed twice by two people: each speaks before seeing the other, they differ and agree, a gap gets
// an action and a reason, the public reads the round that is closed, in both languages; a year later it has moved.
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { fillDirectory, journey, press, signIn, words } from './desk.mjs'
import { root } from './program.mjs'
import { narrowWindow } from './register_form.mjs'

const slug = 'eflg-2026'
const page = `/plans/${slug}/assessment`
const desk = `/desk/plans/${slug}/assessment`
const assessor = { post: 'Chair of the Equality Panel', email: 'panel@aberllyn.example' }
const partner = 'Race Council Wales'

/** Sends the form of one step; what it holds is set first. */
async function step (page, name, { level, fields = {} }) {
  const here = `main form:has(input[name=step][value=${name}])`
  if (level) await page.check(`${here} [name=level][value="${level}"]`)
  for (const [field, value] of Object.entries(fields)) await page.fill(`${here} [name="${field}"]`, value)
  await page.locator(`${here} button`).first().click()
}

const open = async (walk, who, ref) => {
  await who.goto(walk.address + desk)
  await who.locator('main tbody a', { hasText: new RegExp(`^${ref.replace('.', '\\.')} `) }).click()
}

const rowOf = (who, ref) => who.locator('main tbody tr', { hasText: new RegExp(`^\\s*${ref.replace('.', '\\.')} `) }).innerText()

async function bringIn (walk) {
  await fillDirectory(walk, [[assessor.post, assessor.email, 'Equality Panel', 'en']])
  walk.program.run('import', join(root, 'catalogue/frameworks/eflg.json'), '--plan', slug, '--accept', '--release')
  walk.program.run('people', 'grant', assessor.email, 'scrutineer', '--plan', slug)
  await walk.go(walk.officer, `/plans/${slug}`, 'plan')
  await walk.officer.click(`main a[href="${desk}"]`)
  await walk.look(walk.officer, 'before')
}

async function openRound (walk, name) {
  const { officer } = walk
  await walk.go(officer, desk)
  await step(officer, 'open', { fields: { round: '' } })
  assert.match(await words(officer, '.govuk-error-summary'), /give the round a name/i)
  await officer.fill('main [name=round]', name)
  await officer.selectOption('main [name=aim]', 'achieving')
  await press(officer, 'main form:has(input[name=step][value=open])')
  assert.match(await words(officer), new RegExp(`Criteria in round ${name}.*this is a gap`))
}

async function bothSpeak (walk) {
  const { officer } = walk
  walk.panel = await narrowWindow(walk, assessor.email)
  await open(walk, officer, '1.1')
  await step(officer, 'rate', { level: 'achieving', fields: { reasons: 'Figures by ward are shared each quarter.', assessor: partner } })
  await walk.look(officer, 'one-has-spoken')
  await open(walk, walk.panel, '1.1')
  await walk.lookWithoutScript(walk.panel, 'not-yet-shown')
  const before = await words(walk.panel)
  assert.match(before, /One assessor has spoken/)
  assert.ok(!before.includes(partner) && !before.includes('each quarter'), 'what the other said is not shown before one has spoken')
  await step(walk.panel, 'rate', { level: 'developing' })
  assert.match(await words(walk.panel, '.govuk-error-summary'), /say why it is that level/i)
  assert.ok(await walk.panel.isChecked('main [name=level][value=developing]'), 'what was chosen is still chosen')
  await step(walk.panel, 'rate', { level: 'developing', fields: { reasons: 'Two services hold none.' } })
  const after = await words(walk.panel)
  assert.ok(after.includes(partner) && after.includes('each quarter') && after.includes('Two services hold none'), 'then both are')
}

async function agree (walk) {
  const { officer } = walk
  await walk.go(officer, desk, 'they-differ')
  assert.match(await words(officer), /The assessors differ about one criterion/)
  await step(officer, 'close', {})
  assert.match(await words(officer, '.govuk-error-summary'), /nothing is agreed about 1\.1/i)
  await open(walk, officer, '1.1')
  await step(officer, 'agree', { level: 'developing', fields: { reasons: 'Until the two services share theirs.' } })
  await walk.look(officer, 'agreed')
  assert.match(await words(officer), /Agreed: Developing/)
}

async function whatIsDone (walk) {
  const { officer } = walk
  await step(officer, 'serve', { fields: { plan: slug, item: '99' } })
  assert.match(await words(officer, '.govuk-error-summary'), /no item "99"/i)
  await step(officer, 'serve', { fields: { plan: slug, item: '1.2' } })
  await open(walk, officer, '1.3')
  await officer.click('main details:has(input[value=reason]) > summary')
  await step(officer, 'reason', { fields: { reason: 'The county does it for us.' } })
  await walk.go(officer, desk)
  assert.doesNotMatch(await rowOf(officer, '1.1'), /gap/)
  assert.match(await rowOf(officer, '1.3'), /The county does it for us/)
  assert.match(await rowOf(officer, '1.4'), /gap/)
}

async function close (walk) {
  await walk.go(walk.reader, page, 'public-before')
  assert.match(await words(walk.reader), /No assessment has been completed yet/)
  await step(walk.officer, 'close', {})
  await walk.go(walk.reader, page, 'public')
  assert.match(await rowOf(walk.reader, '1.1'), /Developing/)
  assert.ok(!(await words(walk.reader)).includes('Two services hold none'), 'the assessors\' words are not public')
  await walk.go(walk.reader, `/cy${page}`, 'public-cy')
  assert.match(await rowOf(walk.reader, '1.1'), /Datblygu/)
}

async function aYearLater (walk) {
  await walk.program.goTo('2027-06-15')
  await signIn(walk.officer, walk.program.signInLink())
  await openRound(walk, '2027')
  const panel = await narrowWindow(walk, assessor.email)
  for (const [who, by] of [[panel, ''], [walk.officer, partner]]) {
    await open(walk, who, '1.1')
    await step(who, 'rate', { level: 'excellent', fields: { reasons: 'All services share theirs.', ...(by && { assessor: by }) } })
  }
  await walk.go(walk.officer, desk, 'a-year-later')
  assert.match(await rowOf(walk.officer, '1.1'), /Excellent\s+Higher than in the round before/)
  await step(walk.officer, 'close', {})
  await walk.go(walk.reader, page)
  assert.match(await rowOf(walk.reader, '1.1'), /Excellent\s+Higher than in the round before/)
  await walk.go(walk.reader, `${page}?round=2026`)
  assert.match(await rowOf(walk.reader, '1.1'), /Developing/)
}

journey('a framework assessed twice by two people', { name: 'framework', documents: [], today: '2026-06-15' }, async walk => {
  await walk.step('the framework comes in with its levels', () => bringIn(walk))
  await walk.step('a round is opened', () => openRound(walk, '2026'))
  await walk.step('each speaks before seeing the other', () => bothSpeak(walk))
  await walk.step('they differ, and agree', () => agree(walk))
  await walk.step('a gap gets an action, another a reason', () => whatIsDone(walk))
  await walk.step('the round is closed and public', () => close(walk))
  await walk.step('a year later it has moved', () => aYearLater(walk))
})

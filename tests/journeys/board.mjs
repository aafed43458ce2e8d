// A board's decision: a response has commitments that are drafts until a board meets. They are shown as drafts;
// the decision is recorded once, for all of them, and is then what every page and every file says.
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acceptAndRelease, adopted, form, importDocument, journey, planData, press, words } from './desk.mjs'
import { binary } from './program.mjs'

const document_ = 'cardiff-race-equality-taskforce.docx'
const drafts = 8
const decided = 'on 6 December 2022'
const formats = ['csv', 'json', 'xlsx', 'docx', 'md']

async function adopt (walk) {
  await importDocument(walk, adopted(document_), { asOf: '2022' })
  walk.plan = await acceptAndRelease(walk)
  const { items } = await planData(walk, walk.plan)
  walk.commitments = items.filter(item => item.kind === 'commitment' && item.approval)
  assert.equal(walk.commitments.length, drafts, 'commitments that the document calls drafts')
  const approval = walk.commitments[0].approval
  walk.board = approval.match(/agreed by (?:the )?(.+) on /)[1]
  walk.asWritten = approval
}

const times = (text, part) => text.split(part).length - 1
const list = 'main table:has(a[href*="/items/"])'
const commitmentsOf = walk => `${walk.plan}?kind=commitment`

/** How often the list of commitments says something, in both languages. */
async function listSays (walk, english, welsh, picture) {
  await walk.go(walk.reader, commitmentsOf(walk), picture)
  assert.equal(times(await words(walk.reader, list), english), drafts, english)
  await walk.go(walk.reader, `/cy${commitmentsOf(walk)}`)
  assert.equal(times(await words(walk.reader, list), welsh), drafts, welsh)
}

async function draftsFromTheDocument (walk) {
  await listSays(walk, 'Draft: not agreed yet', 'Drafft: heb ei gytuno eto', 'commitments-as-written')
  await walk.go(walk.reader, walk.commitments[0].url, 'item-as-written')
  assert.match(await words(walk.reader), /Draft “/)
}

async function fillDecision (walk) {
  const { officer } = walk
  await officer.check('main [name=stage][value=agreed]')
  await officer.fill('main [name=body]', walk.board)
  for (const [part, value] of [['day', '6'], ['month', '12'], ['year', '2022']]) await officer.fill(`main [name=day-${part}]`, value)
  for (const { id } of walk.commitments) await officer.check(`main [name=items][value="${id}"]`)
}

async function toBeDecided (walk) {
  const { officer } = walk
  await walk.go(officer, walk.commitments[0].url)
  await officer.locator('main a[href*="/stages"]').click()
  await walk.look(officer, 'stages')
  await fillDecision(walk)
  await press(officer, form('/stages'))
  await officer.waitForSelector('.govuk-error-summary')
  await walk.look(officer, 'stages-day-ahead', { ownTitle: false })
  assert.equal(await officer.locator('main [name=items]:checked').count(), drafts, 'what was ticked is ticked still')
  await officer.check('main [name=draft]')
  await press(officer, form('/stages'))
  await officer.waitForURL(/done=yes/)
  await listSays(walk, `${walk.board} is to decide ${decided}`, walk.board, 'commitments-awaited')
}

async function decide (walk) {
  const { officer } = walk
  await walk.go(officer, `/desk${walk.plan}/stages`)
  await fillDecision(walk)
  await press(officer, form('/stages'))
  await officer.waitForURL(/done=yes/)
  await walk.look(officer, 'stages-decided')
}

async function pagesSayIt (walk) {
  const { reader } = walk
  await listSays(walk, 'Agreed', 'Cytunwyd', 'commitments-agreed')
  assert.ok(!(await words(reader, list)).includes('Draft'), 'nothing is a draft any more')
  for (const [n, { url }] of walk.commitments.entries()) {
    await walk.go(reader, url, n === 0 && 'item-agreed')
    const text = await words(reader)
    assert.match(text, new RegExp(`Agreed Decided ${decided} by ${walk.board}`), url)
    const history = await words(reader, 'section[aria-labelledby=history]')
    assert.ok(history.includes('Draft: to be agreed') && times(history, 'greed') >= 2, 'the history has the draft and the decision')
  }
  await walk.go(reader, `/cy${walk.commitments[0].url}`, 'item-agreed-cy')
}

/** Each format, read back by the program: what it says of each draft commitment. */
async function filesSayIt (walk) {
  const folder = mkdtempSync(join(tmpdir(), 'makegood-downloads-'))
  const titles = new Set(walk.commitments.map(item => item.title))
  try {
    for (const format of formats) {
      const answer = await walk.reader.request.get(`${walk.address}${walk.plan}.${format}`)
      const file = join(folder, `plan.${format}`)
      writeFileSync(file, await answer.body())
      const { items } = JSON.parse(execFileSync(binary, ['extract', file], { stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 }))
      const approvals = items.filter(item => titles.has(item.title)).map(item => item.approval)
      assert.deepEqual(approvals, Array(drafts).fill(`agreed by ${walk.board} ${decided}`), format)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  const item = await walk.reader.request.get(`${walk.address}${walk.commitments[0].url}.json`).then(answer => answer.json())
  assert.equal(item.approval, `agreed by ${walk.board} ${decided}`)
}

journey('a board decides on what was a draft', { name: 'board', documents: [document_], today: '2022-11-21' }, async walk => {
  await walk.step('adopt the response', () => adopt(walk))
  await walk.step('what the document calls a draft is shown as one', () => draftsFromTheDocument(walk))
  await walk.step('say once when the board is to decide', () => toBeDecided(walk))
  await walk.step('after the meeting, record its decision once', async () => {
    await walk.program.goTo('2022-12-07')
    await decide(walk)
  })
  await walk.step('every page says so, and the history has both', () => pagesSayIt(walk))
  await walk.step('and every file', () => filesSayIt(walk))
})

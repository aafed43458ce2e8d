// A year changes: the plan for the next one replaces it under another title. Each old action is matched, merged,
// dropped with a reason or carried over, and whoever looks for an old one is two clicks from what became of it.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { acceptAndRelease, adopted, form, importDocument, journey, planData, press, words } from './desk.mjs'

const document_ = 'north-somerset-anti-racist-plan.txt'
const why = 'A national scheme does this now'
const addition = 'Publish every year what this plan has cost and who was paid.'

// Where the next year differs, by places of actions in the plan. `merged` goes into `into`.
const places = { dropped: 3, redated: 10, reworded: 13, into: 28, merged: 29 }

/** Next year's document, made of this year's: rows are recognised by their first cell. */
function nextYear (items) {
  const lines = readFileSync(adopted(document_), 'utf8').split('\n')
  const cell = line => line.split('\t')[0].replace(/\s+/g, ' ').trim()
  const row = n => {
    const found = lines.findIndex(line => line.includes('\t') && cell(line) === items[n].title)
    assert.ok(found >= 0, `action ${n} stands on a line of its own`)
    return found
  }
  const change = (n, edit) => { lines[row(n)] = edit(lines[row(n)]) }
  const rest = n => lines[row(n)].slice(lines[row(n)].indexOf('\t'))
  lines[lines.findIndex(line => line.trim() !== '')] += ' for the next year'
  change(places.redated, line => line.replace(/\b20(\d\d)$/, (_, year) => `20${Number(year) + 1}`))
  change(places.reworded, line => `${items[places.reworded].title}, and say every year how many joined${rest(places.reworded)}`)
  const both = `${items[places.into].title} and ${items[places.merged].title}`
  lines.splice(row(places.dropped), 1, `${addition}\tHead of Policy\tApril 25`)
  const merged = `${both}${rest(places.into)}`
  lines.splice(row(places.merged), 1)
  lines[row(places.into)] = merged
  return { name: 'next-year.txt', mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) }
}

async function adoptTheFirst (walk) {
  await importDocument(walk, adopted(document_), { asOf: '2023' })
  walk.plan = await acceptAndRelease(walk)
  walk.slug = walk.plan.split('/').at(-1)
  walk.old = (await planData(walk, walk.plan)).items
}

async function importTheNext (walk) {
  const { officer } = walk
  await importDocument(walk, nextYear(walk.old), { asOf: '2024', newerOf: walk.slug })
  await walk.go(officer, `${walk.review}/changes`, 'changes')
  const summary = await words(officer)
  assert.match(summary, /1 added, 1 re-dated, 2 reworded, 1 merged and 2 gone\. 82 items are as they were/)
  assert.equal(await officer.locator('main li.mg-finding').count(), 1, 'what was merged is found by its wording; why one is gone is asked')
}

async function sayWhyOneIsGone (walk) {
  const { officer } = walk
  await officer.check('main li.mg-finding input[value=dropped]')
  await officer.fill('main li.mg-finding [name=note]', why)
  await press(officer, 'main li.mg-finding form')
  await officer.waitForSelector('main li.mg-finding', { state: 'detached' })
  await acceptAndRelease(walk)
}

/** The plan's page, its versions, what changed: two clicks, and each change is named with a link to its item. */
async function whatChanged (walk) {
  const { reader } = walk
  await walk.go(reader, walk.plan)
  await reader.locator(`main a[href="${walk.plan}/changes"]`).first().click()
  await reader.locator(`main a[href="${walk.plan}/changes/2023..2024"]`).click()
  await walk.look(reader, 'changes-public')
  for (const [what, n] of Object.entries(places)) {
    assert.ok(await reader.locator(`main a[href="${walk.old[n].url}"]`).count() > 0, `${what}: the item is named`)
  }
  assert.ok((await words(reader)).includes(why) && (await words(reader)).includes(addition))
  await walk.go(reader, `/cy${walk.plan}/changes/2023..2024`, 'changes-public-cy')
}

/** From an address that somebody kept: what became of it, after so many clicks. */
async function trace (walk) {
  const { reader } = walk
  const open = async (n, picture) => {
    await walk.go(reader, walk.old[n].url, picture)
    return words(reader)
  }
  assert.ok((await open(places.dropped, 'item-dropped')).includes(why), 'dropped: the reason stands there')
  assert.match(await open(places.redated, 'item-redated'), /Moved \d+ days later/)
  assert.ok((await open(places.reworded, 'item-reworded')).includes('say every year how many joined'), 'reworded: it kept its address')
  await open(places.merged, 'item-merged')
  await reader.locator(`main .govuk-inset-text a[href="${walk.old[places.into].url}"]`).click()
  await walk.look(reader, 'item-merged-into')
  assert.ok((await words(reader)).includes(walk.old[places.merged].title), 'merged: one click to the item that took it up')
}

/** Nothing of the old plan is lost: every action has the address that it had. */
async function allAreAccountedFor (walk) {
  const { items } = await planData(walk, walk.plan)
  const now = new Map(items.map(item => [item.id, item]))
  const gone = walk.old.filter(item => now.get(item.id).absent_from_newest_document).map(item => item.id)
  assert.deepEqual(gone.sort(), [walk.old[places.dropped].id, walk.old[places.merged].id].sort())
  const changed = new Set(Object.values(places))
  for (const [n, item] of walk.old.entries()) {
    if (!changed.has(n)) assert.deepEqual([now.get(item.id).title, now.get(item.id).due], [item.title, item.due], `action ${n} was carried over`)
  }
  assert.equal(items.length, walk.old.length + 1, 'and one was added')
}

journey('a year changes and every action is accounted for', { name: 'year', documents: [document_], today: '2024-04-02' }, async walk => {
  await walk.step('adopt this year’s plan', () => adoptTheFirst(walk))
  await walk.step('import the next one as its newer version', () => importTheNext(walk))
  await walk.step('say why one is gone, accept and release', () => sayWhyOneIsGone(walk))
  await walk.step('what changed is two clicks from the plan', () => whatChanged(walk))
  await walk.step('an old action is at most two clicks from its new state', () => trace(walk))
  await walk.step('all the others were carried over', () => allAreAccountedFor(walk))
})

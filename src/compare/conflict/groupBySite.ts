import type { Accepted } from './mergeConflicts.js'

// Share of the pairs of values in a conflict that must differ by themselves: five killed against seven killed and seven hurt
// against two hurt are two matters, though a weaker difference sets the seven against the two.
const LEAST_LINKED = 0.6

/** Differences put together so far, the surest first. */
interface Group {
  readonly values: Set<string>
  readonly members: Accepted[]
}

/**
 * Groups of differences of one kind and strength that share the place of a value.
 *
 * `typed` comes with the surest first. A difference whose values stand in a group, or in two, without differing from most of the values there
 * is left out: of all links in a chain of unlike figures the weak ones are mostly wrong. Near linear: a difference is tried in four groups at most.
 */
export function groupBySite(typed: readonly Accepted[]): readonly (readonly Accepted[])[] {
  const links = new Set(typed.map(linkOf))
  const mergedInto = new Map<Group, Group>()
  const find = (group: Group): Group => {
    let root = group
    for (let next = mergedInto.get(root); next !== undefined; next = mergedInto.get(root)) root = next
    return root
  }
  const atSite = new Map<string, Group>()
  const groups: Group[] = []
  for (const one of typed) {
    const keys = siteKeysOf(one)
    const there = [...new Set(keys.flatMap((key) => atSite.get(key) ?? []).map(find))]
    const { kind, a, b } = one.candidate
    const values = new Set([a.key, b.key, ...there.flatMap((group) => [...group.values])])
    const [known, ...others] = there
    if (known !== undefined && values.size > known.values.size && !areLinked(kind, values, links)) continue
    const group = known ?? { values: new Set(), members: [] }
    if (known === undefined) groups.push(group)
    for (const other of others) {
      group.members.push(...other.members)
      mergedInto.set(other, group)
    }
    group.members.push(one)
    for (const value of values) group.values.add(value)
    for (const key of keys) if (!atSite.has(key)) atSite.set(key, group)
  }
  return groups.filter((group) => !mergedInto.has(group)).map((group) => group.members)
}

/** A value's place with the strength; and with both values, so that a tension between a contradiction's two values is a further place of it. */
function siteKeysOf({ candidate: { kind, a, b }, strength }: Accepted): readonly string[] {
  const values = [a.key, b.key].sort().join('\n')
  return [a, b].flatMap((side) => {
    const site = `${kind} ${side.account} ${side.value.start}`
    return [`${site} ${strength}`, `${site} ${values}`]
  })
}

const linkOf = ({ candidate: { kind, a, b } }: Accepted): string => `${kind} ${[a.key, b.key].sort().join('\n')}`

/** True where of all pairs of values enough differ by themselves. */
function areLinked(kind: string, set: ReadonlySet<string>, links: ReadonlySet<string>): boolean {
  const values = [...set].sort()
  let linked = 0
  for (let i = 0; i < values.length; i++) {
    for (let j = i + 1; j < values.length; j++) if (links.has(`${kind} ${values[i]}\n${values[j]}`)) linked++
  }
  return linked >= (LEAST_LINKED * values.length * (values.length - 1)) / 2
}

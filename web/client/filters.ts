/** Shows the conflicts of the chosen strength and kind, and says how many. */
export function filterConflicts(): void {
  const section = document.getElementById('conflicts')
  const strength = section?.querySelector<HTMLSelectElement>('[data-filter="strength"]')
  const kind = section?.querySelector<HTMLSelectElement>('[data-filter="kind"]')
  if (section === null || strength === null || strength === undefined || kind === null || kind === undefined) return
  const cards = [...section.querySelectorAll<HTMLElement>('.card')]
  const output = section.querySelector('output')
  const apply = (): void => {
    let shown = 0
    for (const card of cards) {
      const fits =
        (strength.value === '' || card.dataset.strength === strength.value) &&
        (kind.value === '' || card.dataset.kind === kind.value)
      card.hidden = !fits
      if (fits) shown++
    }
    if (output !== null) output.textContent = shown === cards.length ? '' : `${shown} of ${cards.length} shown`
  }
  strength.addEventListener('change', apply)
  kind.addEventListener('change', apply)
}

/** Hides and shows the marks of the accounts in full, for who wants to read undisturbed. */
export function toggleMarks(): void {
  const box = document.querySelector<HTMLInputElement>('[data-filter="marks"]')
  box?.addEventListener('change', () => document.getElementById('reading')?.classList.toggle('plain', !box.checked))
}

/** Shows the quotations of the chosen speaker, or only those whose words differ. */
export function filterQuotes(): void {
  const section = document.getElementById('quotes')
  const speaker = section?.querySelector<HTMLSelectElement>('[data-filter="speaker"]')
  const differing = section?.querySelector<HTMLInputElement>('[data-filter="differing"]')
  if (section === null || speaker === null || speaker === undefined || differing === null || differing === undefined)
    return
  const apply = (): void => {
    for (const block of section.querySelectorAll<HTMLElement>('.speaker')) {
      let left = 0
      for (const entry of block.querySelectorAll<HTMLElement>('.entry')) {
        entry.hidden = differing.checked && !entry.hasAttribute('data-differs')
        if (!entry.hidden) left++
      }
      block.hidden = left === 0 || (speaker.value !== '' && block.id !== speaker.value)
    }
  }
  speaker.addEventListener('change', apply)
  differing.addEventListener('change', apply)
}

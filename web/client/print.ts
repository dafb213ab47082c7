/** On paper nothing can be unfolded: opens the explanations for printing and folds them again afterwards. */
export function openForPrint(): void {
  let opened: HTMLDetailsElement[] = []
  addEventListener('beforeprint', () => {
    // The tellings of every point would repeat the accounts, which are printed in full.
    opened = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open])')].filter(
      (item) => item.closest('.matrix') === null,
    )
    for (const item of opened) item.open = true
  })
  addEventListener('afterprint', () => {
    for (const item of opened) item.open = false
    opened = []
  })
}

/** Prints the notice alone, without the page around it. */
export function printNotice(): void {
  const root = document.documentElement;
  root.dataset.paper = "notice";
  window.addEventListener("afterprint", () => delete root.dataset.paper, { once: true });
  window.print();
}

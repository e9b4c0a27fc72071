/** Opens the dialog named by `for` in place of the page its link leads to. A click for a new tab stays one. */
export class DialogLink extends HTMLElement {
  connectedCallback() {
    const dialog = document.getElementById(this.getAttribute("for") ?? "");
    this.querySelector("a")?.addEventListener("click", (event) => {
      if (!(dialog instanceof HTMLDialogElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      dialog.showModal();
    });
  }
}

/** Copies the text of the element named by `from`, and says so in the words of `done`. Appears only where copying works. */
export class CopyButton extends HTMLElement {
  connectedCallback() {
    const source = document.getElementById(this.getAttribute("from") ?? "");
    if (!source || !navigator.clipboard) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "btn";
    const words = this.getAttribute("label") ?? "";
    button.textContent = words;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(
        source instanceof HTMLInputElement ? source.value : (source.textContent ?? ""),
      );
      button.textContent = this.getAttribute("done") ?? words;
      setTimeout(() => {
        button.textContent = words;
      }, 2000);
    });
    this.append(button);
  }
}
